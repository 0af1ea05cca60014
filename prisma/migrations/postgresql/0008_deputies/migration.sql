-- CreateTable
CREATE TABLE "Deputy" (
    "id" SERIAL NOT NULL,
    "principalId" TEXT NOT NULL,
    "deputyId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "arrangedById" TEXT NOT NULL,
    "arrangedAt" TIMESTAMP(3) NOT NULL,
    "endedById" TEXT,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Deputy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Deputy_deputyId_endsAt_idx" ON "Deputy"("deputyId", "endsAt");

-- CreateIndex
CREATE INDEX "Deputy_principalId_endsAt_idx" ON "Deputy"("principalId", "endsAt");

-- AddForeignKey
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_principalId_fkey" FOREIGN KEY ("principalId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
