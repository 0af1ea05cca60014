-- CreateIndex
CREATE INDEX "CitizenMessage_leadUnitCode_receivedAt_idx" ON "CitizenMessage"("leadUnitCode", "receivedAt");

-- CreateIndex
CREATE INDEX "CitizenMessage_kind_receivedAt_idx" ON "CitizenMessage"("kind", "receivedAt");

-- CreateIndex
CREATE INDEX "CitizenMessage_repliedAt_idx" ON "CitizenMessage"("repliedAt");

-- CreateIndex
CREATE INDEX "CitizenMessage_publishedAt_idx" ON "CitizenMessage"("publishedAt");

-- CreateIndex
CREATE INDEX "CitizenMessage_resolution_promiseKeptAt_idx" ON "CitizenMessage"("resolution", "promiseKeptAt");

-- CreateIndex
CREATE INDEX "CitizenMessage_mergedIntoNumber_idx" ON "CitizenMessage"("mergedIntoNumber");
