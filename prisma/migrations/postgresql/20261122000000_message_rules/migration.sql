-- CreateTable
CREATE TABLE "MessageRule" (
    "id" SERIAL NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "isSupporter" BOOLEAN,
    "nation" TEXT,
    "party" TEXT,
    "isSpeaker" BOOLEAN,
    "abstains" BOOLEAN,
    "isVacant" BOOLEAN,
    "constituencyCode" TEXT,
    "postText" TEXT NOT NULL,
    "emailSubject" TEXT NOT NULL,
    "emailBody" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MessageRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MessageRule_position_key" ON "MessageRule"("position");
