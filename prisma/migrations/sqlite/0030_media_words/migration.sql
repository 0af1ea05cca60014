-- CreateTable
CREATE TABLE "MediaWords" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "mediaId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "captions" TEXT,
    "transcript" TEXT,
    "textAlternative" TEXT,
    "isCorrection" BOOLEAN NOT NULL,
    "note" TEXT,
    "writtenById" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "isSigned" BOOLEAN,
    CONSTRAINT "MediaWords_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "MediaWords_mediaId_number_key" ON "MediaWords"("mediaId", "number");
