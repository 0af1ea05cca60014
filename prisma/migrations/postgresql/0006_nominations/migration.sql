-- CreateTable
CREATE TABLE "NominationRound" (
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "lastDay" TEXT,
    "lastDayReason" TEXT,
    "isScored" BOOLEAN NOT NULL DEFAULT false,
    "criteria" TEXT,
    "submittedById" TEXT,
    "submittedAt" TIMESTAMP(3),
    "signedById" TEXT,
    "signedAt" TIMESTAMP(3),
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "NominationRound_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "number" SERIAL NOT NULL,
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
    "submittedAt" TIMESTAMP(3),
    "passedById" TEXT,
    "passedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "isSelected" BOOLEAN,
    "reason" TEXT,

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "NominationAssessor" (
    "roundKey" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "NominationAssessor_pkey" PRIMARY KEY ("roundKey","accountId")
);

-- CreateTable
CREATE TABLE "NominationScore" (
    "nominationNumber" INTEGER NOT NULL,
    "assessorId" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "remark" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "NominationScore_pkey" PRIMARY KEY ("nominationNumber","assessorId")
);

-- CreateTable
CREATE TABLE "NominationRemark" (
    "id" SERIAL NOT NULL,
    "roundKey" TEXT NOT NULL,
    "nominationNumber" INTEGER,
    "act" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "NominationRemark_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_roundKey_fkey" FOREIGN KEY ("roundKey") REFERENCES "NominationRound"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationAssessor" ADD CONSTRAINT "NominationAssessor_roundKey_fkey" FOREIGN KEY ("roundKey") REFERENCES "NominationRound"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationScore" ADD CONSTRAINT "NominationScore_nominationNumber_fkey" FOREIGN KEY ("nominationNumber") REFERENCES "Nomination"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationRemark" ADD CONSTRAINT "NominationRemark_roundKey_fkey" FOREIGN KEY ("roundKey") REFERENCES "NominationRound"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationRemark" ADD CONSTRAINT "NominationRemark_nominationNumber_fkey" FOREIGN KEY ("nominationNumber") REFERENCES "Nomination"("number") ON DELETE SET NULL ON UPDATE CASCADE;
