-- CreateIndex
CREATE INDEX "CitizenMessage_leadUnitCode_repliedAt_idx" ON "CitizenMessage"("leadUnitCode", "repliedAt");
