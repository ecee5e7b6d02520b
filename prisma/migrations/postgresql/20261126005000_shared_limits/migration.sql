-- CreateTable
CREATE TABLE "SharedLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "endsAtMinute" INTEGER NOT NULL,

    CONSTRAINT "SharedLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "SharedLimit_endsAtMinute_idx" ON "SharedLimit"("endsAtMinute");
