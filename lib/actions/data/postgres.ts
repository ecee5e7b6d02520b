import 'server-only'
import type { Recorded, ReportedAction } from '../model/action'
import type { PrismaClient } from '../../shared/database/client'
import { registerRepeatable } from '../../shared/database/repeatable'

const columns = '"key", "seatCode", "channel", "kind", "source", "day", "isPersonal", "ruleId"'
const group = '"day", "seatCode", "prefix"'

// One statement, so one round trip and one commit. Every process locks rows in the same order: connections, then keys,
// then groups, each sorted.
//
// PostgreSQL caches the plan it makes while the tables are small. That is why keys are looked up one by one: with
// EXISTS or a join, the plan would scan the whole table for every batch. It is also why the conditions are boolean
// columns, which the planner expects to be true half the time: it expects any other condition to be rarely true, and
// would then join a batch to itself by comparing every row with every other.
//
// It is sent for every batch, and planning takes a tenth of its time. Keys are counted once, however often it is sent.
export const recordStatement = registerRepeatable(
  'record-actions',
  `
WITH given AS MATERIALIZED (
  SELECT *, "kind" = 'opened' AS "isOpened",
    coalesce((SELECT true FROM "Action" WHERE "Action"."key" = reported."key"), false) AS "isCounted",
    coalesce((SELECT true FROM "HeldAction" WHERE "HeldAction"."key" = reported."key"), false) AS "isHeld"
  FROM json_to_recordset($1::json) AS reported(
    "key" text, "seatCode" text, "channel" text, "kind" text, "source" text, "day" text, "isPersonal" boolean, "ruleId" int,
    "openedKey" text, "prefix" text, "cap" int, "hour" int)
), fresh AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY ${group} ORDER BY "key") AS "place", count(*) OVER (PARTITION BY ${group}) AS "places"
  FROM given WHERE "isOpened" AND NOT "isCounted" AND NOT "isHeld"
), connections AS (
  INSERT INTO "PrefixCount" (${group}, "count")
  SELECT ${group}, count(*) FROM fresh GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (${group}) DO UPDATE SET "count" = "PrefixCount"."count" + excluded."count"
  RETURNING ${group}, "count"
), opened AS MATERIALIZED (
  SELECT ${columns}, "hour", "prefix", CASE WHEN connections."count" - "places" + "place" > "cap" THEN 'held' END AS "state"
  FROM fresh JOIN connections USING (${group})
), followed AS MATERIALIZED (
  SELECT *,
    coalesce((SELECT true FROM "Action" WHERE "Action"."key" = "openedKey"), false) AS "isOpenedCounted",
    (SELECT "state" FROM "HeldAction" WHERE "HeldAction"."key" = "openedKey") AS "openedState",
    (SELECT "prefix" FROM "HeldAction" WHERE "HeldAction"."key" = "openedKey") AS "openedPrefix"
  FROM given WHERE NOT "isOpened" AND NOT "isCounted" AND NOT "isHeld"
), confirmed AS MATERIALIZED (
  SELECT followed."key", followed."seatCode", followed."channel", followed."kind", followed."source", followed."day", followed."isPersonal", followed."ruleId",
    followed."hour", coalesce("openedPrefix", opened."prefix", followed."prefix"), CASE WHEN NOT "isOpenedCounted" THEN coalesce("openedState", opened."state") END AS "state"
  FROM followed LEFT JOIN opened ON opened."key" = "openedKey"
  WHERE "isOpenedCounted" OR "openedState" IS NOT NULL OR opened."key" IS NOT NULL
), decided AS MATERIALIZED (
  SELECT * FROM opened UNION ALL SELECT * FROM confirmed
), added AS (
  INSERT INTO "Action" (${columns}) SELECT ${columns} FROM decided WHERE "state" IS NULL ORDER BY "key"
  ON CONFLICT ("key") DO NOTHING RETURNING ${columns}
), held AS (
  INSERT INTO "HeldAction" (${columns}, "hour", "prefix", "state")
  SELECT ${columns}, "hour", "prefix", "state" FROM decided WHERE "state" IS NOT NULL ORDER BY "key"
  ON CONFLICT ("key") DO NOTHING RETURNING "key"
), days AS (
  INSERT INTO "Journal" ("seatCode", "channel", "kind", "day", "count")
  SELECT "seatCode", "channel", "kind", "day", count(*) FROM added GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT ("seatCode", "channel", "kind", "day") DO UPDATE SET "count" = "Journal"."count" + excluded."count"
), totals AS (
  INSERT INTO "Total" ("seatCode", "channel", "kind", "count")
  SELECT "seatCode", "channel", "kind", count(*) FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("seatCode", "channel", "kind") DO UPDATE SET "count" = "Total"."count" + excluded."count"
), sources AS (
  INSERT INTO "SourceTotal" ("source", "kind", "channel", "day", "wording", "count")
  SELECT coalesce("source", ''), "kind", "channel", "day", CASE WHEN "isPersonal" THEN 'own' WHEN NOT "isPersonal" THEN 'ours' ELSE '' END, count(*)
  FROM added GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ("source", "kind", "channel", "day", "wording") DO UPDATE SET "count" = "SourceTotal"."count" + excluded."count"
), messages AS (
  INSERT INTO "MessageTotal" ("day", "ruleId", "kind", "channel", "count")
  SELECT "day", "ruleId", "kind", "channel", count(*) FROM added WHERE "ruleId" IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT ("day", "ruleId", "kind", "channel") DO UPDATE SET "count" = "MessageTotal"."count" + excluded."count"
)
SELECT "key", 'counted' AS "outcome", true AS "isNew" FROM added
UNION ALL SELECT "key", 'held', true FROM held
UNION ALL SELECT "key", 'counted', false FROM given WHERE "isCounted"
UNION ALL SELECT "key", 'held', false FROM given WHERE "isHeld" AND NOT "isCounted"
UNION ALL SELECT "key", 'not-opened', false FROM followed WHERE NOT EXISTS (SELECT FROM confirmed WHERE confirmed."key" = followed."key")`,
)

/**
 * Writes the actions whose keys are new, either to Action and its counts or to HeldAction, all or nothing.
 * @param actions one per key, sorted by key
 * @returns the outcome of each; an action that another process has just recorded is missing from it
 */
export async function insertIntoPostgres(db: PrismaClient, actions: ReportedAction[]): Promise<Map<string, Recorded>> {
  const rows = await db.$queryRawUnsafe<({ key: string } & Recorded)[]>(recordStatement, JSON.stringify(actions))
  return new Map(rows.map(({ key, outcome, isNew }) => [key, { outcome, isNew }]))
}
