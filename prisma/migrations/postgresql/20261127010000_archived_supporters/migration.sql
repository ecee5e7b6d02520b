-- AlterEnum
ALTER TYPE "UpkeepTask" ADD VALUE 'archive';

-- AlterTable
ALTER TABLE "Supporter" ADD COLUMN "archivedAt" TIMESTAMP(3);
