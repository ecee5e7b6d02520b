import 'server-only'
import type { Action } from '../domain/action'
import type { PrismaClient } from './client'

// One statement, so one round trip and one commit. Rows and journal are locked in one order by every
// process: first the keys, in the order in which they are given, then the groups, sorted.
/** What is sent for every batch; the server plans it once a connection, see client.ts. */
export const recordStatement = `
WITH added AS (
  INSERT INTO "Action" ("key", "seatCode", "channel", "kind", "source", "day", "isPersonal")
  SELECT * FROM json_to_recordset($1::json)
    AS given("key" text, "seatCode" text, "channel" text, "kind" text, "source" text, "day" text, "isPersonal" boolean)
  ON CONFLICT ("key") DO NOTHING
  RETURNING "key", "seatCode", "channel", "kind", "source", "day", "isPersonal"
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
)
SELECT "key" FROM added`

/**
 * Keeps those actions whose keys are new and counts them, all or nothing.
 * @param actions one a key, sorted by key
 * @returns the keys that were new
 */
export async function insertIntoPostgres(db: PrismaClient, actions: Action[]): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ key: string }[]>(recordStatement, JSON.stringify(actions))
  return rows.map(({ key }) => key)
}
