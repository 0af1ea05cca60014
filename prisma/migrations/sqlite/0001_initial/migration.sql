-- CreateTable
CREATE TABLE "Unit" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "abolishedOn" TEXT
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "contact" TEXT,
    "createdAt" DATETIME NOT NULL,
    "suspendedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Right" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    CONSTRAINT "Right_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Right_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "idHash" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "changedById" TEXT,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "isPublished" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "changedById" TEXT,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TimelineEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "happenedOn" TEXT,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TimelineHead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "summary" TEXT NOT NULL,
    "summaryEn" TEXT,
    "decisionKind" TEXT NOT NULL,
    "explanatoryNote" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "opensOn" TEXT,
    "closesOn" TEXT,
    "shortenedReason" TEXT,
    "resultsPlan" TEXT,
    "outcomeDays" INTEGER NOT NULL,
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "contactEmail" TEXT,
    "contactAddress" TEXT,
    "meetingNote" TEXT,
    "showComments" TEXT NOT NULL,
    "askStance" BOOLEAN NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "previousRoundId" TEXT,
    "preparedById" TEXT,
    "submittedById" TEXT,
    "passedById" TEXT,
    "approvedById" TEXT,
    "outcomeProcess" TEXT,
    "outcomeSubmittedById" TEXT,
    "outcomePassedById" TEXT,
    "outcomeApprovedById" TEXT,
    "releaseRevisedDraft" BOOLEAN NOT NULL DEFAULT false,
    "withdrawnReason" TEXT,
    "documentNumber" TEXT,
    "decidedOn" TEXT,
    "decidedNote" TEXT,
    "createdAt" DATETIME NOT NULL,
    "approvedAt" DATETIME,
    "outcomeSubmittedAt" DATETIME,
    "outcomePublishedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "decidedAt" DATETIME,
    "importedAt" DATETIME,
    CONSTRAINT "Consultation_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Consultation_previousRoundId_fkey" FOREIGN KEY ("previousRoundId") REFERENCES "Consultation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsultationDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "consultationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "changeNote" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ConsultationDraft_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Clause" (
    "draftId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,

    PRIMARY KEY ("draftId", "clauseId"),
    CONSTRAINT "Clause_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ConsultationDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultationId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "closesOn" TEXT,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "isApproved" BOOLEAN,
    CONSTRAINT "Proposal_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultationId" TEXT NOT NULL,
    "fromClosesOn" TEXT NOT NULL,
    "toClosesOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "approvedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Extension_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Comment" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultationId" TEXT NOT NULL,
    "draftId" TEXT,
    "clauseId" TEXT,
    "sentenceFrom" INTEGER,
    "sentenceTo" INTEGER,
    "quote" TEXT,
    "stance" TEXT,
    "body" TEXT NOT NULL,
    "suggestion" TEXT,
    "submitter" TEXT NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "accountId" TEXT,
    "consentsToPublish" BOOLEAN NOT NULL,
    "consentWithdrawnAt" DATETIME,
    "channel" TEXT NOT NULL,
    "statedOn" TEXT,
    "enteredById" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "key" TEXT,
    "receiptHash" TEXT,
    "salt" TEXT NOT NULL,
    "review" TEXT NOT NULL,
    "reviewedById" TEXT,
    "reviewedAt" DATETIME,
    "publishedAt" DATETIME,
    "publishedBody" TEXT,
    "publishedSuggestion" TEXT,
    "publishedName" TEXT,
    "withheldGround" TEXT,
    "withheldReason" TEXT,
    "theme" TEXT,
    "gist" TEXT,
    "cluster" TEXT,
    "outcome" TEXT,
    "outcomeClauseId" TEXT,
    "responseId" INTEGER,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 0,
    "erasedAt" DATETIME,
    "erasedGround" TEXT,
    CONSTRAINT "Comment_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Comment_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Response" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultationId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Response_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Objection" (
    "commentNumber" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "isUpheld" BOOLEAN,
    "reason" TEXT,
    CONSTRAINT "Objection_commentNumber_fkey" FOREIGN KEY ("commentNumber") REFERENCES "Comment" ("number") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WrittenInquiry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultationId" TEXT NOT NULL,
    "bodyName" TEXT NOT NULL,
    "askedOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "repliedOn" TEXT,
    "replyKind" TEXT,
    "commentNumber" INTEGER,
    CONSTRAINT "WrittenInquiry_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WrittenInquiry_commentNumber_fkey" FOREIGN KEY ("commentNumber") REFERENCES "Comment" ("number") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DossierStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "startedOn" TEXT,
    "happenedOn" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "DossierStep_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultationId" TEXT,
    "commentNumber" INTEGER,
    "authorId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Remark_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Remark_commentNumber_fkey" FOREIGN KEY ("commentNumber") REFERENCES "Comment" ("number") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "consultationId" TEXT,
    "commentNumber" INTEGER,
    "stepId" INTEGER,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "stagedUntil" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Attachment_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Attachment_commentNumber_fkey" FOREIGN KEY ("commentNumber") REFERENCES "Comment" ("number") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Attachment_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "DossierStep" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "nextTryAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" DATETIME,
    "lastError" TEXT,
    "doneById" TEXT,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "source" TEXT NOT NULL PRIMARY KEY,
    "line" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "changedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_username_key" ON "Account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Right_accountId_role_unitCode_key" ON "Right"("accountId", "role", "unitCode");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "TimelineEvent_subjectKind_subjectId_seq_idx" ON "TimelineEvent"("subjectKind", "subjectId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_slug_key" ON "Consultation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_previousRoundId_key" ON "Consultation"("previousRoundId");

-- CreateIndex
CREATE INDEX "Consultation_state_closesOn_idx" ON "Consultation"("state", "closesOn");

-- CreateIndex
CREATE INDEX "Consultation_unitCode_idx" ON "Consultation"("unitCode");

-- CreateIndex
CREATE INDEX "Consultation_opensOn_idx" ON "Consultation"("opensOn");

-- CreateIndex
CREATE UNIQUE INDEX "ConsultationDraft_consultationId_number_key" ON "ConsultationDraft"("consultationId", "number");

-- CreateIndex
CREATE INDEX "Proposal_consultationId_idx" ON "Proposal"("consultationId");

-- CreateIndex
CREATE INDEX "Extension_consultationId_idx" ON "Extension"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_key_key" ON "Comment"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_receiptHash_key" ON "Comment"("receiptHash");

-- CreateIndex
CREATE INDEX "Comment_consultationId_outcome_idx" ON "Comment"("consultationId", "outcome");

-- CreateIndex
CREATE INDEX "Comment_consultationId_publishedAt_idx" ON "Comment"("consultationId", "publishedAt");

-- CreateIndex
CREATE INDEX "Comment_accountId_idx" ON "Comment"("accountId");

-- CreateIndex
CREATE INDEX "Comment_responseId_idx" ON "Comment"("responseId");

-- CreateIndex
CREATE INDEX "Response_consultationId_idx" ON "Response"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "WrittenInquiry_commentNumber_key" ON "WrittenInquiry"("commentNumber");

-- CreateIndex
CREATE INDEX "WrittenInquiry_consultationId_idx" ON "WrittenInquiry"("consultationId");

-- CreateIndex
CREATE INDEX "DossierStep_consultationId_idx" ON "DossierStep"("consultationId");

-- CreateIndex
CREATE INDEX "Remark_consultationId_idx" ON "Remark"("consultationId");

-- CreateIndex
CREATE INDEX "Remark_commentNumber_idx" ON "Remark"("commentNumber");

-- CreateIndex
CREATE INDEX "Attachment_consultationId_idx" ON "Attachment"("consultationId");

-- CreateIndex
CREATE INDEX "Attachment_commentNumber_idx" ON "Attachment"("commentNumber");

-- CreateIndex
CREATE INDEX "Attachment_stepId_idx" ON "Attachment"("stepId");

-- CreateIndex
CREATE INDEX "Notice_sentAt_nextTryAt_idx" ON "Notice"("sentAt", "nextTryAt");

-- CreateIndex
CREATE INDEX "Notice_unitCode_channel_doneAt_idx" ON "Notice"("unitCode", "channel", "doneAt");
