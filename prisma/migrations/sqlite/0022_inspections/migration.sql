-- AlterTable
ALTER TABLE "PolicyDocument" ADD COLUMN "attributeChangedOn" TEXT;

-- CreateTable
CREATE TABLE "SpotCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitCode" TEXT,
    "fromOn" TEXT NOT NULL,
    "toOn" TEXT NOT NULL,
    "perUnit" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "workingDays" INTEGER NOT NULL,
    "drawnById" TEXT NOT NULL,
    "drawnAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SpotCheckItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "spotCheckId" INTEGER NOT NULL,
    "policyId" TEXT NOT NULL,
    "finding" TEXT,
    "note" TEXT,
    "foundById" TEXT,
    "foundAt" DATETIME,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    "returnReason" TEXT,
    "closedById" TEXT,
    "closedAt" DATETIME,
    CONSTRAINT "SpotCheckItem_spotCheckId_fkey" FOREIGN KEY ("spotCheckId") REFERENCES "SpotCheck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpotCheckItem_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttributeReview" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "year" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "publishedById" TEXT,
    "publishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AttributeReviewItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "reviewId" INTEGER NOT NULL,
    "policyId" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "decision" TEXT,
    "toAttribute" TEXT,
    "ground" TEXT,
    "effectiveOn" TEXT,
    "reason" TEXT,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "returnReason" TEXT,
    "approvedById" TEXT,
    "approvedAt" DATETIME,
    CONSTRAINT "AttributeReviewItem_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "AttributeReview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttributeReviewItem_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
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
