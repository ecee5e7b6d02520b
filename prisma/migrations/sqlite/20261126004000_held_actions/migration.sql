-- CreateTable
CREATE TABLE "HeldAction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT,
    "day" TEXT NOT NULL,
    "isPersonal" BOOLEAN,
    "hour" INTEGER NOT NULL,
    "prefix" TEXT NOT NULL,
    "state" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PrefixCount" (
    "day" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "seatCode", "prefix")
);

-- CreateIndex
CREATE UNIQUE INDEX "HeldAction_key_key" ON "HeldAction"("key");

-- CreateIndex
CREATE INDEX "HeldAction_state_day_seatCode_channel_prefix_idx" ON "HeldAction"("state", "day", "seatCode", "channel", "prefix");
