-- CreateTable
CREATE TABLE "RequestTick" (
    "messageNumber" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "request" INTEGER NOT NULL,
    "paragraph" INTEGER,
    "reason" TEXT,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("messageNumber", "round", "request")
);

-- CreateTable
CREATE TABLE "ReplyTemplate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitCode" TEXT,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "changedById" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "UnitWord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitCode" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "messageKind" TEXT
);

-- CreateIndex
CREATE INDEX "ReplyTemplate_unitCode_removedAt_idx" ON "ReplyTemplate"("unitCode", "removedAt");

-- CreateIndex
CREATE INDEX "UnitWord_unitCode_idx" ON "UnitWord"("unitCode");
