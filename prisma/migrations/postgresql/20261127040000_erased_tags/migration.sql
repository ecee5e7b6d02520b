-- An erasure may also give a link for a partner a drawn tag in the entries about it. Else as before.
CREATE OR REPLACE FUNCTION "allow_audit_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM "AuditErasure" WHERE "entryId" = OLD."id")
        OR ROW(NEW."id", NEW."at", NEW."day", NEW."actorId", NEW."action", NEW."entity", NEW."deed")
            IS DISTINCT FROM
            ROW(OLD."id", OLD."at", OLD."day", OLD."actorId", OLD."action", OLD."entity", OLD."deed")
        OR (NEW."entityId" <> OLD."entityId" AND NOT (OLD."entity" = 'source' AND starts_with(NEW."entityId", 'erased-')))
        OR (NEW."before" IS DISTINCT FROM OLD."before" AND position('(erased)' IN coalesce(NEW."before", '')) = 0)
        OR (NEW."after" IS DISTINCT FROM OLD."after" AND position('(erased)' IN coalesce(NEW."after", '')) = 0)
    THEN
        RAISE EXCEPTION 'the audit log is append-only';
    END IF;
    RETURN NEW;
END
$$;
