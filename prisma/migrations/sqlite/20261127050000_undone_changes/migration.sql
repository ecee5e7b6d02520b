ALTER TABLE "AuditEntry" ADD COLUMN "undoes" INTEGER;

-- Not even an erasure rewrites which change was undone.
CREATE TRIGGER "AuditEntry_undoes_no_update" BEFORE UPDATE ON "AuditEntry"
WHEN NEW."undoes" IS NOT OLD."undoes"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
