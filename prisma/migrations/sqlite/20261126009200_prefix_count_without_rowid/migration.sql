-- One B-tree instead of two, so a busy evening writes fewer pages. Prisma's schema has no word for it.
CREATE TABLE "new_PrefixCount" (
    "day" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "seatCode", "prefix")
) WITHOUT ROWID;
INSERT INTO "new_PrefixCount" SELECT "day", "seatCode", "prefix", "count" FROM "PrefixCount";
DROP TABLE "PrefixCount";
ALTER TABLE "new_PrefixCount" RENAME TO "PrefixCount";
