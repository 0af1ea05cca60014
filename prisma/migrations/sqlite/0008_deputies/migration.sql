-- CreateTable
CREATE TABLE "Deputy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "principalId" TEXT NOT NULL,
    "deputyId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "arrangedById" TEXT NOT NULL,
    "arrangedAt" DATETIME NOT NULL,
    "endedById" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "Deputy_principalId_fkey" FOREIGN KEY ("principalId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Deputy_deputyId_fkey" FOREIGN KEY ("deputyId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Deputy_deputyId_endsAt_idx" ON "Deputy"("deputyId", "endsAt");

-- CreateIndex
CREATE INDEX "Deputy_principalId_endsAt_idx" ON "Deputy"("principalId", "endsAt");
