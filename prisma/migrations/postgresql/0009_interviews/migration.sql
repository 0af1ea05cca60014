-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL,
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
    "beginsAt" TIMESTAMP(3) NOT NULL,
    "submittedById" TEXT,
    "announcedById" TEXT,
    "endedById" TEXT,
    "closedById" TEXT,
    "cancelledReason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "announcedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "cancelledAt" TIMESTAMP(3),

    CONSTRAINT "Interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterviewQuestion" (
    "number" SERIAL NOT NULL,
    "interviewId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "body" TEXT NOT NULL,
    "name" TEXT,
    "consentsToPublish" BOOLEAN NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "key" TEXT,
    "receiptHash" TEXT,
    "salt" TEXT NOT NULL,
    "shownBody" TEXT,
    "shownName" TEXT,
    "shownAt" TIMESTAMP(3),
    "shownById" TEXT,
    "declineGround" TEXT,
    "declineReason" TEXT,
    "declinedAt" TIMESTAMP(3),
    "declinedById" TEXT,

    CONSTRAINT "InterviewQuestion_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "InterviewAnswer" (
    "id" SERIAL NOT NULL,
    "questionNumber" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InterviewAnswer_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewQuestion" ADD CONSTRAINT "InterviewQuestion_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewAnswer" ADD CONSTRAINT "InterviewAnswer_questionNumber_fkey" FOREIGN KEY ("questionNumber") REFERENCES "InterviewQuestion"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
