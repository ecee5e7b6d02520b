-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "isPersonal" BOOLEAN;

-- CreateTable
CREATE TABLE "SourceTotal" (
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SourceTotal_pkey" PRIMARY KEY ("source","kind","channel","day","wording")
);

-- CreateTable
CREATE TABLE "SourceLink" (
    "tag" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SourceLink_pkey" PRIMARY KEY ("tag")
);

-- What was counted before there were counts by source.
INSERT INTO "SourceTotal" ("source", "kind", "channel", "day", "wording", "count")
SELECT coalesce("source", ''), "kind", "channel", "day", '', count(*) FROM "Action" GROUP BY 1, 2, 3, 4;
