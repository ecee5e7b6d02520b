-- CreateTable
CREATE TABLE "CampaignSettings" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "ministerTitle" TEXT NOT NULL,
    "ministerName" TEXT,
    "ministerHandle" TEXT,
    "hashtags" TEXT NOT NULL,
    "goalOf" TEXT,
    "goal" INTEGER,
    "isDissolved" BOOLEAN,
    "noticeText" TEXT NOT NULL,
    "noticeFrom" DATETIME,
    "noticeUntil" DATETIME,
    "updatedBy" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
