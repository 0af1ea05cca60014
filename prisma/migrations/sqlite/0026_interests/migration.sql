-- AlterTable
ALTER TABLE "MessageRecusal" ADD COLUMN "isInterest" BOOLEAN NOT NULL DEFAULT false;
