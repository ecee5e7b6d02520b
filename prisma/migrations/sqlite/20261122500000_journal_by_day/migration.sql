-- The day first, so that what is written today stands together in the table, however many days there are.
CREATE TABLE "new_Journal" (
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "seatCode", "channel", "kind")
);
INSERT INTO "new_Journal" ("seatCode", "channel", "kind", "day", "count") SELECT "seatCode", "channel", "kind", "day", "count" FROM "Journal";
DROP TABLE "Journal";
ALTER TABLE "new_Journal" RENAME TO "Journal";
