ALTER TABLE "MessageRule" ADD COLUMN "archivedAt" DATETIME;
