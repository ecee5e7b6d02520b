-- AlterTable
ALTER TABLE "MessageRule" ADD COLUMN "activeFrom" DATETIME;
ALTER TABLE "MessageRule" ADD COLUMN "activeUntil" DATETIME;
ALTER TABLE "MessageRule" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "MessageRule" ADD COLUMN "publishedVersion" INTEGER;

-- CreateTable
CREATE TABLE "MessageRuleVersion" (
    "ruleId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "savedBy" TEXT,
    "savedAt" DATETIME NOT NULL,
    "isDraft" BOOLEAN NOT NULL,
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
    "activeFrom" DATETIME,
    "activeUntil" DATETIME,

    PRIMARY KEY ("ruleId", "version"),
    CONSTRAINT "MessageRuleVersion_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "MessageRule" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What is there now is the first version of each rule.
UPDATE "MessageRule" SET "publishedVersion" = 1;
INSERT INTO "MessageRuleVersion" ("ruleId", "version", "savedAt", "isDraft", "name", "isSupporter", "nation", "party", "isSpeaker", "abstains", "isVacant", "constituencyCode", "postText", "emailSubject", "emailBody", "isActive")
SELECT "id", 1, "updatedAt", false, "name", "isSupporter", "nation", "party", "isSpeaker", "abstains", "isVacant", "constituencyCode", "postText", "emailSubject", "emailBody", "isActive" FROM "MessageRule";
