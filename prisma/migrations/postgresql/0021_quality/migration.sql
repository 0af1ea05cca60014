-- CreateTable
CREATE TABLE "QualityCheck" (
    "id" SERIAL NOT NULL,
    "policyId" TEXT NOT NULL,
    "orderId" INTEGER,
    "outcome" TEXT NOT NULL,
    "isImportant" BOOLEAN NOT NULL,
    "sheet" TEXT NOT NULL,
    "note" TEXT,
    "liftedShare" INTEGER NOT NULL,
    "checkedById" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "QualityCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QualityReport" (
    "id" SERIAL NOT NULL,
    "checkId" INTEGER NOT NULL,
    "findings" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "reportedById" TEXT NOT NULL,
    "reportedAt" TIMESTAMP(3) NOT NULL,
    "isApproved" BOOLEAN,
    "decisionReason" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "QualityReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReinterpretationOrder" (
    "id" SERIAL NOT NULL,
    "reportId" INTEGER NOT NULL,
    "policyId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "workingDays" INTEGER NOT NULL,
    "orderedById" TEXT NOT NULL,
    "orderedAt" TIMESTAMP(3) NOT NULL,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "answerNote" TEXT,
    "endedAt" TIMESTAMP(3),
    "isMet" BOOLEAN,

    CONSTRAINT "ReinterpretationOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReinterpretationAnswer" (
    "orderId" INTEGER NOT NULL,
    "interpretationId" TEXT NOT NULL,

    CONSTRAINT "ReinterpretationAnswer_pkey" PRIMARY KEY ("orderId","interpretationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "QualityCheck_orderId_key" ON "QualityCheck"("orderId");

-- CreateIndex
CREATE INDEX "QualityCheck_policyId_idx" ON "QualityCheck"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "QualityReport_checkId_key" ON "QualityReport"("checkId");

-- CreateIndex
CREATE UNIQUE INDEX "ReinterpretationOrder_reportId_key" ON "ReinterpretationOrder"("reportId");

-- CreateIndex
CREATE INDEX "ReinterpretationOrder_policyId_idx" ON "ReinterpretationOrder"("policyId");

-- CreateIndex
CREATE INDEX "ReinterpretationAnswer_interpretationId_idx" ON "ReinterpretationAnswer"("interpretationId");

-- AddForeignKey
ALTER TABLE "QualityCheck" ADD CONSTRAINT "QualityCheck_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QualityCheck" ADD CONSTRAINT "QualityCheck_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "ReinterpretationOrder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QualityReport" ADD CONSTRAINT "QualityReport_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "QualityCheck"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReinterpretationOrder" ADD CONSTRAINT "ReinterpretationOrder_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "QualityReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReinterpretationOrder" ADD CONSTRAINT "ReinterpretationOrder_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReinterpretationAnswer" ADD CONSTRAINT "ReinterpretationAnswer_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "ReinterpretationOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReinterpretationAnswer" ADD CONSTRAINT "ReinterpretationAnswer_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
