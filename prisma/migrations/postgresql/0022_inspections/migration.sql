-- AlterTable
ALTER TABLE "PolicyDocument" ADD COLUMN     "attributeChangedOn" TEXT;

-- CreateTable
CREATE TABLE "SpotCheck" (
    "id" SERIAL NOT NULL,
    "unitCode" TEXT,
    "fromOn" TEXT NOT NULL,
    "toOn" TEXT NOT NULL,
    "perUnit" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "workingDays" INTEGER NOT NULL,
    "drawnById" TEXT NOT NULL,
    "drawnAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SpotCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpotCheckItem" (
    "id" SERIAL NOT NULL,
    "spotCheckId" INTEGER NOT NULL,
    "policyId" TEXT NOT NULL,
    "finding" TEXT,
    "note" TEXT,
    "foundById" TEXT,
    "foundAt" TIMESTAMP(3),
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "returnReason" TEXT,
    "closedById" TEXT,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "SpotCheckItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributeReview" (
    "id" SERIAL NOT NULL,
    "year" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "publishedById" TEXT,
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "AttributeReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributeReviewItem" (
    "id" SERIAL NOT NULL,
    "reviewId" INTEGER NOT NULL,
    "policyId" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "decision" TEXT,
    "toAttribute" TEXT,
    "ground" TEXT,
    "effectiveOn" TEXT,
    "reason" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "returnReason" TEXT,
    "approvedById" TEXT,
    "approvedAt" TIMESTAMP(3),

    CONSTRAINT "AttributeReviewItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SpotCheckItem_policyId_idx" ON "SpotCheckItem"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "SpotCheckItem_spotCheckId_policyId_key" ON "SpotCheckItem"("spotCheckId", "policyId");

-- CreateIndex
CREATE UNIQUE INDEX "AttributeReview_year_key" ON "AttributeReview"("year");

-- CreateIndex
CREATE INDEX "AttributeReviewItem_policyId_idx" ON "AttributeReviewItem"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "AttributeReviewItem_reviewId_policyId_key" ON "AttributeReviewItem"("reviewId", "policyId");

-- AddForeignKey
ALTER TABLE "SpotCheckItem" ADD CONSTRAINT "SpotCheckItem_spotCheckId_fkey" FOREIGN KEY ("spotCheckId") REFERENCES "SpotCheck"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpotCheckItem" ADD CONSTRAINT "SpotCheckItem_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributeReviewItem" ADD CONSTRAINT "AttributeReviewItem_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "AttributeReview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributeReviewItem" ADD CONSTRAINT "AttributeReviewItem_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
