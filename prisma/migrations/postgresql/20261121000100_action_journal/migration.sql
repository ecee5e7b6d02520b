-- DropIndex
DROP INDEX "Action_seatCode_idx";

-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "key" TEXT,
ADD COLUMN     "kind" TEXT,
ADD COLUMN     "source" TEXT;

-- Until now every action was a hand-off, and nothing told two of one visitor apart.
UPDATE "Action" SET "key" = 'legacy-' || "id", "kind" = 'opened';
ALTER TABLE "Action" ALTER COLUMN "key" SET NOT NULL,
ALTER COLUMN "kind" SET NOT NULL;

-- CreateTable
CREATE TABLE "Journal" (
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Journal_pkey" PRIMARY KEY ("seatCode","channel","kind","day")
);

-- CreateTable
CREATE TABLE "Total" (
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Total_pkey" PRIMARY KEY ("seatCode","channel","kind")
);

-- CreateTable
CREATE TABLE "DaySalt" (
    "day" TEXT NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "DaySalt_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Action_key_key" ON "Action"("key");

-- Fill the journal
INSERT INTO "Journal" ("seatCode", "channel", "kind", "day", "count")
    SELECT "seatCode", "channel", "kind", "day", count(*) FROM "Action" GROUP BY 1, 2, 3, 4;
INSERT INTO "Total" ("seatCode", "channel", "kind", "count")
    SELECT "seatCode", "channel", "kind", sum("count") FROM "Journal" GROUP BY 1, 2, 3;
