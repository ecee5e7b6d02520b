-- CreateTable
CREATE TABLE "SharedLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "endsAtMinute" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "SharedLimit_endsAtMinute_idx" ON "SharedLimit"("endsAtMinute");
