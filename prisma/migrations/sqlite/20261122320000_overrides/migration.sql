-- CreateTable
CREATE TABLE "DirectoryOverride" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "reason" TEXT NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "expiresOn" TEXT NOT NULL,
    CONSTRAINT "DirectoryOverride_seatCode_fkey" FOREIGN KEY ("seatCode") REFERENCES "Seat" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "DirectoryOverride_seatCode_field_key" ON "DirectoryOverride"("seatCode", "field");
