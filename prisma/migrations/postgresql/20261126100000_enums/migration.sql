-- CreateEnum
CREATE TYPE "HandleSource" AS ENUM ('parliament', 'mysociety');

-- CreateEnum
CREATE TYPE "SyncSource" AS ENUM ('seed', 'parliament');

-- CreateEnum
CREATE TYPE "ChangedField" AS ENUM ('member', 'name', 'party', 'email', 'x', 'bluesky');

-- CreateEnum
CREATE TYPE "CorrectedField" AS ENUM ('bluesky', 'email', 'vacant', 'x');

-- CreateEnum
CREATE TYPE "SupporterKind" AS ENUM ('mp', 'peer', 'organisation');

-- CreateEnum
CREATE TYPE "SupporterStatus" AS ENUM ('draft', 'published', 'hidden');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'publisher', 'editor');

-- CreateEnum
CREATE TYPE "UpkeepTask" AS ENUM ('check', 'backup');

-- CreateEnum
CREATE TYPE "GoalOf" AS ENUM ('seats', 'actions');

-- AlterTable
ALTER TABLE "Member" ALTER COLUMN "xSource" TYPE "HandleSource" USING "xSource"::"HandleSource";

-- AlterTable
ALTER TABLE "DirectorySync" ALTER COLUMN "source" TYPE "SyncSource" USING "source"::"SyncSource";

-- AlterTable
ALTER TABLE "DirectoryChange" ALTER COLUMN "field" TYPE "ChangedField" USING "field"::"ChangedField";

-- AlterTable
ALTER TABLE "DirectoryOverride" ALTER COLUMN "field" TYPE "CorrectedField" USING "field"::"CorrectedField";

-- AlterTable
ALTER TABLE "Supporter" ALTER COLUMN "kind" TYPE "SupporterKind" USING "kind"::"SupporterKind";

-- AlterTable
ALTER TABLE "Supporter" ALTER COLUMN "status" TYPE "SupporterStatus" USING "status"::"SupporterStatus";

-- AlterTable
ALTER TABLE "User" ALTER COLUMN "role" TYPE "Role" USING "role"::"Role";

-- AlterTable
ALTER TABLE "Upkeep" ALTER COLUMN "task" TYPE "UpkeepTask" USING "task"::"UpkeepTask";

-- AlterTable
ALTER TABLE "CampaignSettings" ALTER COLUMN "goalOf" TYPE "GoalOf" USING "goalOf"::"GoalOf";
