-- AlterTable
ALTER TABLE "Action" ADD COLUMN "isPersonal" BOOLEAN;

-- CreateTable
CREATE TABLE "SourceTotal" (
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("source", "kind", "channel", "day", "wording")
);

-- CreateTable
CREATE TABLE "SourceLink" (
    "tag" TEXT NOT NULL PRIMARY KEY,
    "label" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- What was counted before there were counts by source.
INSERT INTO "SourceTotal" ("source", "kind", "channel", "day", "wording", "count")
SELECT coalesce("source", ''), "kind", "channel", "day", '', count(*) FROM "Action" GROUP BY 1, 2, 3, 4;
