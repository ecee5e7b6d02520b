-- AlterTable
ALTER TABLE "MessageRule" ADD COLUMN "archivedAt" TIMESTAMP(3);
