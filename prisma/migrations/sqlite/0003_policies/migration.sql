-- CreateTable
CREATE TABLE "PolicyDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "summary" TEXT NOT NULL,
    "summaryEn" TEXT,
    "documentKind" TEXT NOT NULL,
    "issuingAuthority" TEXT NOT NULL,
    "jointIssuers" TEXT,
    "topic" TEXT,
    "keywords" TEXT,
    "documentNumber" TEXT,
    "indexNumber" TEXT,
    "signedOn" TEXT,
    "effectiveFrom" TEXT,
    "validUntil" TEXT,
    "amendedOn" TEXT,
    "repealedOn" TEXT,
    "repealedReason" TEXT,
    "successorId" TEXT,
    "proposedAttribute" TEXT NOT NULL,
    "determinedAttribute" TEXT,
    "printedAttribute" TEXT,
    "attributeGround" TEXT,
    "attributeReason" TEXT,
    "secrecyReview" TEXT,
    "secrecyReviewer" TEXT,
    "secrecyReviewedOn" TEXT,
    "consultationSlug" TEXT,
    "isInterpreted" BOOLEAN NOT NULL,
    "notInterpretedReason" TEXT,
    "planOutline" TEXT,
    "planChannels" TEXT,
    "planOwner" TEXT,
    "calledForAt" DATETIME,
    "calledForById" TEXT,
    "calledForReason" TEXT,
    "preparedById" TEXT,
    "submittedById" TEXT,
    "passedById" TEXT,
    "approvedById" TEXT,
    "issuedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "approvedAt" DATETIME,
    "issuedAt" DATETIME,
    "releasedAt" DATETIME,
    "importedAt" DATETIME,
    "statedReleaseOn" TEXT,
    CONSTRAINT "PolicyDocument_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyDocument_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "PolicyDocument" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyText" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "policyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "changeNote" TEXT,
    "createdAt" DATETIME NOT NULL,
    "shownAt" DATETIME,
    CONSTRAINT "PolicyText_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyClause" (
    "textId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,

    PRIMARY KEY ("textId", "clauseId"),
    CONSTRAINT "PolicyClause_textId_fkey" FOREIGN KEY ("textId") REFERENCES "PolicyText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlannedForm" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "policyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dueOn" TEXT,
    "origin" TEXT NOT NULL,
    CONSTRAINT "PlannedForm_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Interpretation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "summary" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "textNumber" INTEGER NOT NULL,
    "preparedById" TEXT,
    "submittedById" TEXT,
    "passedById" TEXT,
    "approvedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "releasedAt" DATETIME,
    "takenDownAt" DATETIME,
    "takenDownReason" TEXT,
    CONSTRAINT "Interpretation_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterpretationClause" (
    "interpretationId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("interpretationId", "clauseId"),
    CONSTRAINT "InterpretationClause_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterpretationRating" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "interpretationId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "key" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "InterpretationRating_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReaderQuestion" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "policyId" TEXT NOT NULL,
    "interpretationId" TEXT,
    "clauseId" TEXT,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "askedAs" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    "salt" TEXT NOT NULL,
    "key" TEXT,
    "codeHash" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReaderQuestion_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReaderQuestion_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyException" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "policyId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "promisedOn" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "isSigned" BOOLEAN,
    CONSTRAINT "PolicyException_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "policyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "effectiveOn" TEXT NOT NULL,
    "textId" TEXT,
    "successorId" TEXT,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "isSigned" BOOLEAN,
    CONSTRAINT "PolicyChange_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyRemark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "policyId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "PolicyRemark_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PageReading" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("subjectKind", "subjectId", "day")
);

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN "policyId" TEXT REFERENCES "PolicyDocument" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Attachment_policyId_idx" ON "Attachment"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyDocument_slug_key" ON "PolicyDocument"("slug");

-- CreateIndex
CREATE INDEX "PolicyDocument_state_releasedAt_idx" ON "PolicyDocument"("state", "releasedAt");

-- CreateIndex
CREATE INDEX "PolicyDocument_unitCode_idx" ON "PolicyDocument"("unitCode");

-- CreateIndex
CREATE INDEX "PolicyDocument_successorId_idx" ON "PolicyDocument"("successorId");

-- CreateIndex
CREATE INDEX "PolicyDocument_consultationSlug_idx" ON "PolicyDocument"("consultationSlug");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyText_policyId_number_key" ON "PolicyText"("policyId", "number");

-- CreateIndex
CREATE INDEX "PlannedForm_policyId_idx" ON "PlannedForm"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "Interpretation_slug_key" ON "Interpretation"("slug");

-- CreateIndex
CREATE INDEX "Interpretation_policyId_idx" ON "Interpretation"("policyId");

-- CreateIndex
CREATE INDEX "Interpretation_state_releasedAt_idx" ON "Interpretation"("state", "releasedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InterpretationRating_key_key" ON "InterpretationRating"("key");

-- CreateIndex
CREATE INDEX "InterpretationRating_interpretationId_idx" ON "InterpretationRating"("interpretationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReaderQuestion_key_key" ON "ReaderQuestion"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ReaderQuestion_codeHash_key" ON "ReaderQuestion"("codeHash");

-- CreateIndex
CREATE INDEX "ReaderQuestion_policyId_state_idx" ON "ReaderQuestion"("policyId", "state");

-- CreateIndex
CREATE INDEX "PolicyException_policyId_idx" ON "PolicyException"("policyId");

-- CreateIndex
CREATE INDEX "PolicyChange_policyId_idx" ON "PolicyChange"("policyId");

-- CreateIndex
CREATE INDEX "PolicyRemark_policyId_idx" ON "PolicyRemark"("policyId");
