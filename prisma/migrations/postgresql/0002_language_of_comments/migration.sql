-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'zh-CN';
