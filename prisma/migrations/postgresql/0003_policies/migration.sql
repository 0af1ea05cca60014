-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "policyId" TEXT;

-- CreateTable
CREATE TABLE "PolicyDocument" (
    "id" TEXT NOT NULL,
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
    "calledForAt" TIMESTAMP(3),
    "calledForById" TEXT,
    "calledForReason" TEXT,
    "preparedById" TEXT,
    "submittedById" TEXT,
    "passedById" TEXT,
    "approvedById" TEXT,
    "issuedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "approvedAt" TIMESTAMP(3),
    "issuedAt" TIMESTAMP(3),
    "releasedAt" TIMESTAMP(3),
    "importedAt" TIMESTAMP(3),
    "statedReleaseOn" TEXT,

    CONSTRAINT "PolicyDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyText" (
    "id" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "changeNote" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "shownAt" TIMESTAMP(3),

    CONSTRAINT "PolicyText_pkey" PRIMARY KEY ("id")
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

    CONSTRAINT "PolicyClause_pkey" PRIMARY KEY ("textId","clauseId")
);

-- CreateTable
CREATE TABLE "PlannedForm" (
    "id" SERIAL NOT NULL,
    "policyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dueOn" TEXT,
    "origin" TEXT NOT NULL,

    CONSTRAINT "PlannedForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interpretation" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "releasedAt" TIMESTAMP(3),
    "takenDownAt" TIMESTAMP(3),
    "takenDownReason" TEXT,

    CONSTRAINT "Interpretation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterpretationClause" (
    "interpretationId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "InterpretationClause_pkey" PRIMARY KEY ("interpretationId","clauseId")
);

-- CreateTable
CREATE TABLE "InterpretationRating" (
    "id" SERIAL NOT NULL,
    "interpretationId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "key" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InterpretationRating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReaderQuestion" (
    "number" SERIAL NOT NULL,
    "policyId" TEXT NOT NULL,
    "interpretationId" TEXT,
    "clauseId" TEXT,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "askedAs" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "salt" TEXT NOT NULL,
    "key" TEXT,
    "codeHash" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReaderQuestion_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "PolicyException" (
    "id" SERIAL NOT NULL,
    "policyId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "promisedOn" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "isSigned" BOOLEAN,

    CONSTRAINT "PolicyException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyChange" (
    "id" SERIAL NOT NULL,
    "policyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "effectiveOn" TEXT NOT NULL,
    "textId" TEXT,
    "successorId" TEXT,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "isSigned" BOOLEAN,

    CONSTRAINT "PolicyChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyRemark" (
    "id" SERIAL NOT NULL,
    "policyId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PolicyRemark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageReading" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "PageReading_pkey" PRIMARY KEY ("subjectKind","subjectId","day")
);

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

-- CreateIndex
CREATE INDEX "Attachment_policyId_idx" ON "Attachment"("policyId");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyDocument" ADD CONSTRAINT "PolicyDocument_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyDocument" ADD CONSTRAINT "PolicyDocument_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "PolicyDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyText" ADD CONSTRAINT "PolicyText_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyClause" ADD CONSTRAINT "PolicyClause_textId_fkey" FOREIGN KEY ("textId") REFERENCES "PolicyText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedForm" ADD CONSTRAINT "PlannedForm_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interpretation" ADD CONSTRAINT "Interpretation_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterpretationClause" ADD CONSTRAINT "InterpretationClause_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterpretationRating" ADD CONSTRAINT "InterpretationRating_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderQuestion" ADD CONSTRAINT "ReaderQuestion_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderQuestion" ADD CONSTRAINT "ReaderQuestion_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyException" ADD CONSTRAINT "PolicyException_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyChange" ADD CONSTRAINT "PolicyChange_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyRemark" ADD CONSTRAINT "PolicyRemark_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
