-- CreateTable
CREATE TABLE "Seat" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nation" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "neighbours" TEXT NOT NULL,
    "memberId" INTEGER,
    CONSTRAINT "Seat_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Member" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "email" TEXT,
    "xHandle" TEXT,
    "xSource" TEXT,
    "blueskyHandle" TEXT,
    "memberSince" TEXT NOT NULL,
    "leftOn" TEXT
);

-- CreateTable
CREATE TABLE "DirectorySync" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source" TEXT NOT NULL,
    "checkedAt" DATETIME NOT NULL,
    "members" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "DirectoryChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "syncId" INTEGER NOT NULL,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT "DirectoryChange_syncId_fkey" FOREIGN KEY ("syncId") REFERENCES "DirectorySync" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Action" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "day" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Seat_slug_key" ON "Seat"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_memberId_key" ON "Seat"("memberId");

-- CreateIndex
CREATE INDEX "DirectoryChange_syncId_idx" ON "DirectoryChange"("syncId");

-- CreateIndex
CREATE INDEX "DirectoryChange_seatCode_idx" ON "DirectoryChange"("seatCode");

-- CreateIndex
CREATE INDEX "Action_seatCode_idx" ON "Action"("seatCode");

