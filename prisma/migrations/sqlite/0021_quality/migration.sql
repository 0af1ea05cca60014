-- CreateTable
CREATE TABLE "QualityCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "policyId" TEXT NOT NULL,
    "orderId" INTEGER,
    "outcome" TEXT NOT NULL,
    "isImportant" BOOLEAN NOT NULL,
    "sheet" TEXT NOT NULL,
    "note" TEXT,
    "liftedShare" INTEGER NOT NULL,
    "checkedById" TEXT NOT NULL,
    "checkedAt" DATETIME NOT NULL,
    CONSTRAINT "QualityCheck_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "QualityCheck_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "ReinterpretationOrder" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QualityReport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "checkId" INTEGER NOT NULL,
    "findings" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "reportedById" TEXT NOT NULL,
    "reportedAt" DATETIME NOT NULL,
    "isApproved" BOOLEAN,
    "decisionReason" TEXT,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "QualityReport_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "QualityCheck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReinterpretationOrder" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reportId" INTEGER NOT NULL,
    "policyId" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "workingDays" INTEGER NOT NULL,
    "orderedById" TEXT NOT NULL,
    "orderedAt" DATETIME NOT NULL,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    "answerNote" TEXT,
    "endedAt" DATETIME,
    "isMet" BOOLEAN,
    CONSTRAINT "ReinterpretationOrder_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "QualityReport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReinterpretationOrder_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReinterpretationAnswer" (
    "orderId" INTEGER NOT NULL,
    "interpretationId" TEXT NOT NULL,

    PRIMARY KEY ("orderId", "interpretationId"),
    CONSTRAINT "ReinterpretationAnswer_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "ReinterpretationOrder" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReinterpretationAnswer_interpretationId_fkey" FOREIGN KEY ("interpretationId") REFERENCES "Interpretation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
