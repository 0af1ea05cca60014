-- CreateTable
CREATE TABLE "MediaFile" (
    "id" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "durationMs" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "isAnimated" BOOLEAN NOT NULL DEFAULT false,
    "stillId" TEXT,
    "stillType" TEXT,
    "stillSize" INTEGER,
    "captions" TEXT,
    "transcript" TEXT,
    "textAlternative" TEXT,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "uploadedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MediaFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaUpload" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MediaUpload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MediaFile_unitCode_createdAt_idx" ON "MediaFile"("unitCode", "createdAt");

-- CreateIndex
CREATE INDEX "MediaFile_subjectKind_subjectId_idx" ON "MediaFile"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "MediaUpload_expiresAt_idx" ON "MediaUpload"("expiresAt");
