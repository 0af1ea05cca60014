-- AlterTable
ALTER TABLE "CitizenMessage" ADD COLUMN     "streetCode" TEXT;

-- CreateIndex
CREATE INDEX "CitizenMessage_streetCode_receivedAt_idx" ON "CitizenMessage"("streetCode", "receivedAt");
