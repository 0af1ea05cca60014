-- CreateTable
CREATE TABLE "MessageClockChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "lengths" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recounted" INTEGER NOT NULL,
    "changedById" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL
);
