-- CreateTable
CREATE TABLE "NominationRound" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL DEFAULT 0,
    "lastDay" TEXT,
    "lastDayReason" TEXT,
    "isScored" BOOLEAN NOT NULL DEFAULT false,
    "criteria" TEXT,
    "submittedById" TEXT,
    "submittedAt" DATETIME,
    "signedById" TEXT,
    "signedAt" DATETIME,
    "publishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Nomination" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundKey" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "contact" TEXT,
    "evidence" TEXT,
    "submittedById" TEXT,
    "submittedAt" DATETIME,
    "passedById" TEXT,
    "passedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "isSelected" BOOLEAN,
    "reason" TEXT,
    CONSTRAINT "Nomination_roundKey_fkey" FOREIGN KEY ("roundKey") REFERENCES "NominationRound" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Nomination_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Nomination_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NominationAssessor" (
    "roundKey" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    PRIMARY KEY ("roundKey", "accountId"),
    CONSTRAINT "NominationAssessor_roundKey_fkey" FOREIGN KEY ("roundKey") REFERENCES "NominationRound" ("key") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NominationScore" (
    "nominationNumber" INTEGER NOT NULL,
    "assessorId" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "remark" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("nominationNumber", "assessorId"),
    CONSTRAINT "NominationScore_nominationNumber_fkey" FOREIGN KEY ("nominationNumber") REFERENCES "Nomination" ("number") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NominationRemark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundKey" TEXT NOT NULL,
    "nominationNumber" INTEGER,
    "act" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "NominationRemark_roundKey_fkey" FOREIGN KEY ("roundKey") REFERENCES "NominationRound" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NominationRemark_nominationNumber_fkey" FOREIGN KEY ("nominationNumber") REFERENCES "Nomination" ("number") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Nomination_unitCode_idx" ON "Nomination"("unitCode");

-- CreateIndex
CREATE INDEX "Nomination_policyId_idx" ON "Nomination"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_roundKey_policyId_key" ON "Nomination"("roundKey", "policyId");

-- CreateIndex
CREATE INDEX "NominationRemark_roundKey_idx" ON "NominationRemark"("roundKey");

-- CreateIndex
CREATE INDEX "NominationRemark_nominationNumber_idx" ON "NominationRemark"("nominationNumber");
