ALTER TABLE "Supporter" ADD COLUMN "archivedAt" DATETIME;
