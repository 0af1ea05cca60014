-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN "paperId" INTEGER;

-- CreateTable
CREATE TABLE "ReleaseCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "isCleared" BOOLEAN NOT NULL,
    "note" TEXT,
    "textDigest" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TermOverride" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "hit" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OutsideCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "textDigest" TEXT NOT NULL,
    "failure" TEXT,
    "terms" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ScreenedTerm" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "instead" TEXT,
    "addedById" TEXT,
    "addedAt" DATETIME NOT NULL,
    "removedById" TEXT,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PaperSignature" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "statedOn" TEXT NOT NULL,
    "enteredById" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "settledById" TEXT,
    "settledAt" DATETIME,
    "isVerified" BOOLEAN,
    "reason" TEXT
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
