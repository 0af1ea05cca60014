-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "summary" TEXT NOT NULL,
    "summaryEn" TEXT,
    "guest" TEXT NOT NULL,
    "guestEn" TEXT,
    "beginsAt" DATETIME NOT NULL,
    "submittedById" TEXT,
    "announcedById" TEXT,
    "endedById" TEXT,
    "closedById" TEXT,
    "cancelledReason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "announcedAt" DATETIME,
    "endedAt" DATETIME,
    "closedAt" DATETIME,
    "cancelledAt" DATETIME,
    CONSTRAINT "Interview_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewQuestion" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "interviewId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "body" TEXT NOT NULL,
    "name" TEXT,
    "consentsToPublish" BOOLEAN NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "key" TEXT,
    "receiptHash" TEXT,
    "salt" TEXT NOT NULL,
    "shownBody" TEXT,
    "shownName" TEXT,
    "shownAt" DATETIME,
    "shownById" TEXT,
    "declineGround" TEXT,
    "declineReason" TEXT,
    "declinedAt" DATETIME,
    "declinedById" TEXT,
    CONSTRAINT "InterviewQuestion_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionNumber" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "InterviewAnswer_questionNumber_fkey" FOREIGN KEY ("questionNumber") REFERENCES "InterviewQuestion" ("number") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Interview_slug_key" ON "Interview"("slug");

-- CreateIndex
CREATE INDEX "Interview_state_beginsAt_idx" ON "Interview"("state", "beginsAt");

-- CreateIndex
CREATE INDEX "Interview_unitCode_idx" ON "Interview"("unitCode");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewQuestion_key_key" ON "InterviewQuestion"("key");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewQuestion_receiptHash_key" ON "InterviewQuestion"("receiptHash");

-- CreateIndex
CREATE INDEX "InterviewQuestion_interviewId_state_idx" ON "InterviewQuestion"("interviewId", "state");

-- CreateIndex
CREATE INDEX "InterviewQuestion_interviewId_shownAt_idx" ON "InterviewQuestion"("interviewId", "shownAt");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewAnswer_questionNumber_version_key" ON "InterviewAnswer"("questionNumber", "version");
