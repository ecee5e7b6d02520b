ALTER TABLE "AuditEntry" ADD COLUMN "undoes" INTEGER;

-- Not even an erasure rewrites which change was undone.
CREATE TRIGGER "AuditEntry_undoes_no_update" BEFORE UPDATE ON "AuditEntry"
    FOR EACH ROW WHEN (NEW."undoes" IS DISTINCT FROM OLD."undoes") EXECUTE FUNCTION "refuse_audit_change"();
