-- AlterTable
ALTER TABLE "SourceLink" ADD COLUMN "archivedAt" TIMESTAMP(3);
