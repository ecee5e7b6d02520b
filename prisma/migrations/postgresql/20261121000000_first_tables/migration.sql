-- CreateTable
CREATE TABLE "Seat" (
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nation" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "neighbours" TEXT NOT NULL,
    "memberId" INTEGER,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "email" TEXT,
    "xHandle" TEXT,
    "xSource" TEXT,
    "blueskyHandle" TEXT,
    "memberSince" TEXT NOT NULL,
    "leftOn" TEXT,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectorySync" (
    "id" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "members" INTEGER NOT NULL,

    CONSTRAINT "DirectorySync_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectoryChange" (
    "id" SERIAL NOT NULL,
    "syncId" INTEGER NOT NULL,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "DirectoryChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" SERIAL NOT NULL,
    "seatCode" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectoryChange" ADD CONSTRAINT "DirectoryChange_syncId_fkey" FOREIGN KEY ("syncId") REFERENCES "DirectorySync"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

