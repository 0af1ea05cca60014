-- CreateTable
CREATE TABLE "MediaWords" (
    "id" SERIAL NOT NULL,
    "mediaId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "captions" TEXT,
    "transcript" TEXT,
    "textAlternative" TEXT,
    "isCorrection" BOOLEAN NOT NULL,
    "note" TEXT,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "isSigned" BOOLEAN,

    CONSTRAINT "MediaWords_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MediaWords_mediaId_number_key" ON "MediaWords"("mediaId", "number");

-- AddForeignKey
ALTER TABLE "MediaWords" ADD CONSTRAINT "MediaWords_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
