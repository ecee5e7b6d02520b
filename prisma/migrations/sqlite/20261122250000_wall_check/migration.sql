-- AlterTable
ALTER TABLE "Supporter" ADD COLUMN "createdAt" DATETIME;
ALTER TABLE "Supporter" ADD COLUMN "answeredChanges" TEXT NOT NULL DEFAULT '';

-- Nobody knows when older rows were made; their last change is the nearest.
UPDATE "Supporter" SET "createdAt" = "updatedAt";
