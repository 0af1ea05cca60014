-- CreateTable
CREATE TABLE "MessageClockChange" (
    "id" SERIAL NOT NULL,
    "lengths" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recounted" INTEGER NOT NULL,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MessageClockChange_pkey" PRIMARY KEY ("id")
);
