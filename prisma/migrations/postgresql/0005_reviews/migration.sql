-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "paperId" INTEGER;

-- CreateTable
CREATE TABLE "ReleaseCheck" (
    "id" SERIAL NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "isCleared" BOOLEAN NOT NULL,
    "note" TEXT,
    "textDigest" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReleaseCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermOverride" (
    "id" SERIAL NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "hit" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TermOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsideCheck" (
    "id" SERIAL NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "textDigest" TEXT NOT NULL,
    "failure" TEXT,
    "terms" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OutsideCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScreenedTerm" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "instead" TEXT,
    "addedById" TEXT,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "removedById" TEXT,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "ScreenedTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperSignature" (
    "id" SERIAL NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "statedOn" TEXT NOT NULL,
    "enteredById" TEXT NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "settledById" TEXT,
    "settledAt" TIMESTAMP(3),
    "isVerified" BOOLEAN,
    "reason" TEXT,

    CONSTRAINT "PaperSignature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReleaseCheck_subjectKind_subjectId_part_idx" ON "ReleaseCheck"("subjectKind", "subjectId", "part");

-- CreateIndex
CREATE UNIQUE INDEX "TermOverride_subjectKind_subjectId_part_hit_key" ON "TermOverride"("subjectKind", "subjectId", "part", "hit");

-- CreateIndex
CREATE INDEX "OutsideCheck_subjectKind_subjectId_part_idx" ON "OutsideCheck"("subjectKind", "subjectId", "part");

-- CreateIndex
CREATE UNIQUE INDEX "ScreenedTerm_kind_term_key" ON "ScreenedTerm"("kind", "term");

-- CreateIndex
CREATE INDEX "PaperSignature_subjectKind_subjectId_idx" ON "PaperSignature"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "Attachment_paperId_idx" ON "Attachment"("paperId");
