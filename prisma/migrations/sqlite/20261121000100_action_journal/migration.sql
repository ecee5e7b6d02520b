-- CreateTable
CREATE TABLE "Journal" (
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("seatCode", "channel", "kind", "day")
);

-- CreateTable
CREATE TABLE "Total" (
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("seatCode", "channel", "kind")
);

-- CreateTable
CREATE TABLE "DaySalt" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "salt" TEXT NOT NULL
);

-- RedefineTables
CREATE TABLE "new_Action" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT,
    "day" TEXT NOT NULL
);
-- Until now every action was a hand-off, and nothing told two of one visitor apart.
INSERT INTO "new_Action" ("id", "key", "seatCode", "channel", "kind", "day")
    SELECT "id", 'legacy-' || "id", "seatCode", "channel", 'opened', "day" FROM "Action";
DROP TABLE "Action";
ALTER TABLE "new_Action" RENAME TO "Action";
CREATE UNIQUE INDEX "Action_key_key" ON "Action"("key");

-- Fill the journal
INSERT INTO "Journal" ("seatCode", "channel", "kind", "day", "count")
    SELECT "seatCode", "channel", "kind", "day", count(*) FROM "Action" GROUP BY 1, 2, 3, 4;
INSERT INTO "Total" ("seatCode", "channel", "kind", "count")
    SELECT "seatCode", "channel", "kind", sum("count") FROM "Journal" GROUP BY 1, 2, 3;
