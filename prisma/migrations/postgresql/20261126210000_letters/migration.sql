-- Letters that the site sends for visitors, and what goes with them.
-- CreateEnum
CREATE TYPE "LetterState" AS ENUM ('waiting', 'confirmed', 'sending', 'accepted', 'refused', 'cancelled', 'erased');

-- CreateEnum
CREATE TYPE "LetterMailKind" AS ENUM ('copy', 'reminder', 'receipt', 'returned', 'followUp');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('accepted', 'deferred', 'refused', 'rehearsed');

-- CreateEnum
CREATE TYPE "FollowUpReply" AS ENUM ('helpful', 'unhelpful', 'acknowledgement', 'notYet', 'wrongAddress');

-- AlterEnum
ALTER TYPE "UpkeepTask" ADD VALUE 'letters';

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL,
    "state" "LetterState" NOT NULL,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "isChase" BOOLEAN NOT NULL,
    "isFollowUpAsked" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "text" TEXT,
    "email" TEXT,
    "confirmHash" TEXT,
    "followUpHash" TEXT,
    "nextTryAt" TIMESTAMP(3),
    "hasSlot" BOOLEAN NOT NULL DEFAULT false,
    "firstTryAt" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "leaseId" TEXT,
    "leasedUntil" TIMESTAMP(3),
    "erasedAt" TIMESTAMP(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterMail" (
    "id" SERIAL NOT NULL,
    "letterId" TEXT NOT NULL,
    "kind" "LetterMailKind" NOT NULL,
    "nextTryAt" TIMESTAMP(3) NOT NULL,
    "firstTryAt" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "leaseId" TEXT,
    "leasedUntil" TIMESTAMP(3),

    CONSTRAINT "LetterMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterAttempt" (
    "id" SERIAL NOT NULL,
    "letterId" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "outcome" "AttemptOutcome" NOT NULL,
    "reason" TEXT,

    CONSTRAINT "LetterAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterPace" (
    "memberId" INTEGER NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LetterPace_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "MailboxKey" (
    "key" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MailboxKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SentLetter" (
    "day" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SentLetter_pkey" PRIMARY KEY ("day","seatCode")
);

-- CreateTable
CREATE TABLE "FollowUpAnswer" (
    "key" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "reply" "FollowUpReply" NOT NULL,
    "day" TEXT NOT NULL,
    "isOwnMail" BOOLEAN NOT NULL,

    CONSTRAINT "FollowUpAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "LetterSettings" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "isPaused" BOOLEAN NOT NULL,
    "redirectTo" TEXT,
    "perMpPerHour" INTEGER NOT NULL,
    "perHour" INTEGER NOT NULL,
    "testedWith" TEXT,
    "testedAt" TIMESTAMP(3),
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LetterSettings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Letter_confirmHash_key" ON "Letter"("confirmHash");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_followUpHash_key" ON "Letter"("followUpHash");

-- CreateIndex
CREATE INDEX "Letter_state_nextTryAt_idx" ON "Letter"("state", "nextTryAt");

-- CreateIndex
CREATE INDEX "LetterMail_nextTryAt_idx" ON "LetterMail"("nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "LetterMail_letterId_kind_key" ON "LetterMail"("letterId", "kind");

-- CreateIndex
CREATE INDEX "LetterAttempt_letterId_idx" ON "LetterAttempt"("letterId");

-- CreateIndex
CREATE INDEX "LetterAttempt_memberId_outcome_idx" ON "LetterAttempt"("memberId", "outcome");

-- CreateIndex
CREATE INDEX "MailboxKey_expiresAt_idx" ON "MailboxKey"("expiresAt");

-- AddForeignKey
ALTER TABLE "LetterMail" ADD CONSTRAINT "LetterMail_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterAttempt" ADD CONSTRAINT "LetterAttempt_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
