-- CreateTable
CREATE TABLE "RequestTick" (
    "messageNumber" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "request" INTEGER NOT NULL,
    "paragraph" INTEGER,
    "reason" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RequestTick_pkey" PRIMARY KEY ("messageNumber","round","request")
);

-- CreateTable
CREATE TABLE "ReplyTemplate" (
    "id" SERIAL NOT NULL,
    "unitCode" TEXT,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "ReplyTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitWord" (
    "id" SERIAL NOT NULL,
    "unitCode" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "messageKind" TEXT,

    CONSTRAINT "UnitWord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReplyTemplate_unitCode_removedAt_idx" ON "ReplyTemplate"("unitCode", "removedAt");

-- CreateIndex
CREATE INDEX "UnitWord_unitCode_idx" ON "UnitWord"("unitCode");
