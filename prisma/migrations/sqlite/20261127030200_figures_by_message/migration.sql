-- AlterTable
ALTER TABLE "Action" ADD COLUMN "ruleId" INTEGER;

-- AlterTable
ALTER TABLE "HeldAction" ADD COLUMN "ruleId" INTEGER;

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN "ruleId" INTEGER;

-- CreateTable
CREATE TABLE "MessageTotal" (
    "day" TEXT NOT NULL,
    "ruleId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "ruleId", "kind", "channel")
);

-- CreateTable
CREATE TABLE "SentMessage" (
    "day" TEXT NOT NULL,
    "ruleId" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "ruleId")
);

