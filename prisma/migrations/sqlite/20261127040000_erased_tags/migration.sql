-- An erasure may also give a link for a partner a drawn tag in the entries about it. Else as before.
DROP TRIGGER "AuditEntry_no_update";
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry"
WHEN NOT EXISTS (SELECT 1 FROM "AuditErasure" WHERE "entryId" = OLD."id")
    OR NEW."id" IS NOT OLD."id"
    OR NEW."at" IS NOT OLD."at"
    OR NEW."day" IS NOT OLD."day"
    OR NEW."actorId" IS NOT OLD."actorId"
    OR NEW."action" IS NOT OLD."action"
    OR NEW."entity" IS NOT OLD."entity"
    OR (NEW."entityId" IS NOT OLD."entityId" AND NOT (OLD."entity" = 'source' AND substr(NEW."entityId", 1, 7) = 'erased-'))
    OR NEW."deed" IS NOT OLD."deed"
    OR (NEW."before" IS NOT OLD."before" AND instr(coalesce(NEW."before", ''), '(erased)') = 0)
    OR (NEW."after" IS NOT OLD."after" AND instr(coalesce(NEW."after", ''), '(erased)') = 0)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
