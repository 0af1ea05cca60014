-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "messageNumber" TEXT;

-- CreateTable
CREATE TABLE "CitizenMessage" (
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "submitter" TEXT NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "accountId" TEXT,
    "language" TEXT NOT NULL,
    "consentsToPublish" BOOLEAN NOT NULL,
    "consentWithdrawnAt" TIMESTAMP(3),
    "channel" TEXT NOT NULL,
    "outsideNumber" TEXT,
    "statedOn" TEXT,
    "enteredById" TEXT,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "key" TEXT,
    "receiptHash" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "askedUnitCode" TEXT,
    "leadUnitCode" TEXT,
    "officerId" TEXT,
    "acceptedAt" TIMESTAMP(3),
    "assignedAt" TIMESTAMP(3),
    "returnCount" INTEGER NOT NULL DEFAULT 0,
    "clockFrom" TEXT NOT NULL,
    "clockDays" INTEGER NOT NULL,
    "extendedDays" INTEGER NOT NULL,
    "extendedAt" TIMESTAMP(3),
    "extendedReason" TEXT,
    "firstRepliedAt" TIMESTAMP(3),
    "repliedAt" TIMESTAMP(3),
    "resolution" TEXT,
    "promisedOn" TEXT,
    "promiseKeptAt" TIMESTAMP(3),
    "reopenedAt" TIMESTAMP(3),
    "declineGround" TEXT,
    "referralChannel" TEXT,
    "referralName" TEXT,
    "referralContact" TEXT,
    "referralRule" TEXT,
    "mergedIntoNumber" TEXT,
    "endedAt" TIMESTAMP(3),
    "publicTitle" TEXT,
    "publicBody" TEXT,
    "isTypical" BOOLEAN NOT NULL DEFAULT false,
    "publicReply" TEXT,
    "publishedAt" TIMESTAMP(3),
    "withheldGround" TEXT,
    "erasedAt" TIMESTAMP(3),
    "erasedGround" TEXT,

    CONSTRAINT "CitizenMessage_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "MessageAssistance" (
    "messageNumber" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,

    CONSTRAINT "MessageAssistance_pkey" PRIMARY KEY ("messageNumber","unitCode")
);

-- CreateTable
CREATE TABLE "MessageRecusal" (
    "id" SERIAL NOT NULL,
    "messageNumber" TEXT NOT NULL,
    "unitCode" TEXT,
    "accountId" TEXT,

    CONSTRAINT "MessageRecusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageStep" (
    "id" SERIAL NOT NULL,
    "messageNumber" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" TEXT,
    "unitCode" TEXT,
    "toUnitCode" TEXT,
    "ground" TEXT,
    "text" TEXT,
    "isInternal" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "MessageStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageQuestion" (
    "id" SERIAL NOT NULL,
    "messageNumber" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "endsOn" TEXT NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "MessageQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageReply" (
    "id" SERIAL NOT NULL,
    "messageNumber" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "resolution" TEXT NOT NULL,
    "promisedOn" TEXT,
    "display" TEXT NOT NULL,
    "publicTitle" TEXT,
    "publicBody" TEXT,
    "publicReply" TEXT,
    "correctionNote" TEXT,
    "authorId" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "submittedAt" TIMESTAMP(3),
    "releasedById" TEXT,
    "releasedAt" TIMESTAMP(3),

    CONSTRAINT "MessageReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageRating" (
    "replyId" INTEGER NOT NULL,
    "messageNumber" TEXT NOT NULL,
    "isSatisfied" BOOLEAN NOT NULL,
    "result" TEXT NOT NULL,
    "words" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MessageRating_pkey" PRIMARY KEY ("replyId")
);

-- CreateTable
CREATE TABLE "MessageSerial" (
    "day" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "MessageSerial_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "CitizenMessage_key_key" ON "CitizenMessage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "CitizenMessage_receiptHash_key" ON "CitizenMessage"("receiptHash");

-- CreateIndex
CREATE INDEX "CitizenMessage_state_clockFrom_idx" ON "CitizenMessage"("state", "clockFrom");

-- CreateIndex
CREATE INDEX "CitizenMessage_leadUnitCode_state_idx" ON "CitizenMessage"("leadUnitCode", "state");

-- CreateIndex
CREATE INDEX "CitizenMessage_officerId_state_idx" ON "CitizenMessage"("officerId", "state");

-- CreateIndex
CREATE INDEX "CitizenMessage_accountId_idx" ON "CitizenMessage"("accountId");

-- CreateIndex
CREATE INDEX "CitizenMessage_outsideNumber_idx" ON "CitizenMessage"("outsideNumber");

-- CreateIndex
CREATE INDEX "CitizenMessage_receivedAt_idx" ON "CitizenMessage"("receivedAt");

-- CreateIndex
CREATE INDEX "MessageAssistance_unitCode_idx" ON "MessageAssistance"("unitCode");

-- CreateIndex
CREATE INDEX "MessageRecusal_messageNumber_idx" ON "MessageRecusal"("messageNumber");

-- CreateIndex
CREATE INDEX "MessageRecusal_unitCode_idx" ON "MessageRecusal"("unitCode");

-- CreateIndex
CREATE INDEX "MessageRecusal_accountId_idx" ON "MessageRecusal"("accountId");

-- CreateIndex
CREATE INDEX "MessageStep_messageNumber_idx" ON "MessageStep"("messageNumber");

-- CreateIndex
CREATE INDEX "MessageQuestion_messageNumber_idx" ON "MessageQuestion"("messageNumber");

-- CreateIndex
CREATE INDEX "MessageReply_messageNumber_idx" ON "MessageReply"("messageNumber");

-- CreateIndex
CREATE INDEX "MessageRating_messageNumber_idx" ON "MessageRating"("messageNumber");

-- CreateIndex
CREATE INDEX "Attachment_messageNumber_idx" ON "Attachment"("messageNumber");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_messageNumber_fkey" FOREIGN KEY ("messageNumber") REFERENCES "CitizenMessage"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CitizenMessage" ADD CONSTRAINT "CitizenMessage_askedUnitCode_fkey" FOREIGN KEY ("askedUnitCode") REFERENCES "Unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CitizenMessage" ADD CONSTRAINT "CitizenMessage_leadUnitCode_fkey" FOREIGN KEY ("leadUnitCode") REFERENCES "Unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CitizenMessage" ADD CONSTRAINT "CitizenMessage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CitizenMessage" ADD CONSTRAINT "CitizenMessage_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CitizenMessage" ADD CONSTRAINT "CitizenMessage_mergedIntoNumber_fkey" FOREIGN KEY ("mergedIntoNumber") REFERENCES "CitizenMessage"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageAssistance" ADD CONSTRAINT "MessageAssistance_messageNumber_fkey" FOREIGN KEY ("messageNumber") REFERENCES "CitizenMessage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageAssistance" ADD CONSTRAINT "MessageAssistance_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageRecusal" ADD CONSTRAINT "MessageRecusal_messageNumber_fkey" FOREIGN KEY ("messageNumber") REFERENCES "CitizenMessage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageRecusal" ADD CONSTRAINT "MessageRecusal_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageRecusal" ADD CONSTRAINT "MessageRecusal_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageStep" ADD CONSTRAINT "MessageStep_messageNumber_fkey" FOREIGN KEY ("messageNumber") REFERENCES "CitizenMessage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageQuestion" ADD CONSTRAINT "MessageQuestion_messageNumber_fkey" FOREIGN KEY ("messageNumber") REFERENCES "CitizenMessage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageReply" ADD CONSTRAINT "MessageReply_messageNumber_fkey" FOREIGN KEY ("messageNumber") REFERENCES "CitizenMessage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageRating" ADD CONSTRAINT "MessageRating_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "MessageReply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageRating" ADD CONSTRAINT "MessageRating_messageNumber_fkey" FOREIGN KEY ("messageNumber") REFERENCES "CitizenMessage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
