-- CreateTable
CREATE TABLE "CampaignSettings" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "ministerTitle" TEXT NOT NULL,
    "ministerName" TEXT,
    "ministerHandle" TEXT,
    "hashtags" TEXT NOT NULL,
    "goalOf" TEXT,
    "goal" INTEGER,
    "isDissolved" BOOLEAN,
    "noticeText" TEXT NOT NULL,
    "noticeFrom" TIMESTAMP(3),
    "noticeUntil" TIMESTAMP(3),
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CampaignSettings_pkey" PRIMARY KEY ("id")
);
