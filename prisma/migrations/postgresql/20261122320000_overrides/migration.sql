-- CreateTable
CREATE TABLE "DirectoryOverride" (
    "id" SERIAL NOT NULL,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "reason" TEXT NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "expiresOn" TEXT NOT NULL,

    CONSTRAINT "DirectoryOverride_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DirectoryOverride_seatCode_field_key" ON "DirectoryOverride"("seatCode", "field");

-- AddForeignKey
ALTER TABLE "DirectoryOverride" ADD CONSTRAINT "DirectoryOverride_seatCode_fkey" FOREIGN KEY ("seatCode") REFERENCES "Seat"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
