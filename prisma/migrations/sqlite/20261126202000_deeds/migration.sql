ALTER TABLE "AuditEntry" ADD COLUMN "deed" TEXT;

CREATE INDEX "AuditEntry_deed_idx" ON "AuditEntry"("deed");
