import path from 'node:path'
import Database from 'better-sqlite3'

type Recorded = { seat: string; channel: string; kind: string }

/** The actions in the main site's database with a source tag. */
export function listRecorded(source: string): Recorded[] {
  const db = new Database(path.join(process.env.E2E_MAIN_FOLDER ?? '', 'site.db'), { readonly: true })
  try {
    return db
      .prepare<[string], Recorded>(
        'SELECT s.slug AS seat, a.channel, a.kind FROM "Action" a JOIN "Seat" s ON s.code = a."seatCode" WHERE a.source = ? ORDER BY a.id',
      )
      .all(source)
  } finally {
    db.close()
  }
}
