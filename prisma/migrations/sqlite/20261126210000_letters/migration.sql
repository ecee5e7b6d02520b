-- Letters that the site sends for visitors, and what goes with them.
-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "isChase" BOOLEAN NOT NULL,
    "isFollowUpAsked" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "endedAt" DATETIME,
    "text" TEXT,
    "email" TEXT,
    "confirmHash" TEXT,
    "followUpHash" TEXT,
    "nextTryAt" DATETIME,
    "hasSlot" BOOLEAN NOT NULL DEFAULT false,
    "firstTryAt" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "leaseId" TEXT,
    "leasedUntil" DATETIME,
    "erasedAt" DATETIME
);

-- CreateTable
CREATE TABLE "LetterMail" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "letterId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nextTryAt" DATETIME NOT NULL,
    "firstTryAt" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "leaseId" TEXT,
    "leasedUntil" DATETIME,
    CONSTRAINT "LetterMail_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LetterAttempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "letterId" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    CONSTRAINT "LetterAttempt_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LetterPace" (
    "memberId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "nextAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MailboxKey" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SentLetter" (
    "day" TEXT NOT NULL,
    "seatCode" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("day", "seatCode")
);

-- CreateTable
CREATE TABLE "FollowUpAnswer" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "seatCode" TEXT NOT NULL,
    "memberId" INTEGER NOT NULL,
    "reply" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "isOwnMail" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "LetterSettings" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "isPaused" BOOLEAN NOT NULL,
    "redirectTo" TEXT,
    "perMpPerHour" INTEGER NOT NULL,
    "perHour" INTEGER NOT NULL,
    "testedWith" TEXT,
    "testedAt" DATETIME,
    "updatedBy" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
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
