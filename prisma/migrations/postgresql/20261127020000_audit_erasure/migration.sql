-- CreateTable
CREATE TABLE "AuditErasure" (
    "entryId" INTEGER NOT NULL,

    CONSTRAINT "AuditErasure_pkey" PRIMARY KEY ("entryId")
);

-- An entry that AuditErasure names may have its before and after rewritten, to what says that something was erased. Nothing else.
DROP TRIGGER "AuditEntry_append_only" ON "AuditEntry";
CREATE TRIGGER "AuditEntry_append_only" BEFORE DELETE OR TRUNCATE ON "AuditEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
CREATE FUNCTION "allow_audit_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM "AuditErasure" WHERE "entryId" = OLD."id")
        OR ROW(NEW."id", NEW."at", NEW."day", NEW."actorId", NEW."action", NEW."entity", NEW."entityId", NEW."deed")
            IS DISTINCT FROM
            ROW(OLD."id", OLD."at", OLD."day", OLD."actorId", OLD."action", OLD."entity", OLD."entityId", OLD."deed")
        OR (NEW."before" IS DISTINCT FROM OLD."before" AND position('(erased)' IN coalesce(NEW."before", '')) = 0)
        OR (NEW."after" IS DISTINCT FROM OLD."after" AND position('(erased)' IN coalesce(NEW."after", '')) = 0)
    THEN
        RAISE EXCEPTION 'the audit log is append-only';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "AuditEntry_only_erased" BEFORE UPDATE ON "AuditEntry"
    FOR EACH ROW EXECUTE FUNCTION "allow_audit_erasure"();
