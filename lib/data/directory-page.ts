import 'server-only'
import { database } from './client'
import { listOverrides, type Override } from './overrides'

/** Where a fact comes from. What the seed said counts as Parliament's until a sync: it was Parliament's list. */
export type FactSource = 'parliament' | 'mysociety' | 'staff'

/**
 * A fact as visitors get it. `since` is when it was last seen to change, null when it never was;
 * `checkedAt` when its source last said so.
 */
export type Fact = {
  field: 'member' | 'party' | 'memberSince' | 'email' | 'x' | 'bluesky'
  value: string | null
  source: FactSource
  since: Date | null
  checkedAt: Date | null
}

export type DirectoryPage = { code: string; slug: string; name: string; nation: string; region: string; facts: Fact[]; overrides: Override[]; history: SyncChange[] }

/** One change of a sync; see DirectoryChange in lib/domain/directory.ts. */
export type SyncChange = { seatCode: string; memberId: number | null; field: string; before: string | null; after: string | null; checkedAt: Date }

/** A load of the directory and what it changed; `source` is seed or parliament. */
export type Sync = { id: number; source: string; checkedAt: Date; members: number; changes: Omit<SyncChange, 'checkedAt'>[] }

const changeFields = { seatCode: true, memberId: true, field: true, before: true, after: true } as const

/** What the desk shows of a seat: each fact with its source and age; null for a code that is none. */
export async function getDirectoryPage(seatCode: string, now: Date): Promise<DirectoryPage | null> {
  const db = await database()
  const seat = await db.seat.findUnique({ where: { code: seatCode }, select: { code: true, slug: true, name: true, nation: true, region: true, member: true } })
  if (!seat) return null
  const [overrides, changes, last, seed] = await Promise.all([
    listOverrides(now, seatCode),
    db.directoryChange.findMany({ where: { seatCode }, select: { ...changeFields, sync: { select: { checkedAt: true } } }, orderBy: { id: 'desc' } }),
    db.directorySync.findFirst({ orderBy: { id: 'desc' }, select: { checkedAt: true } }),
    db.directorySync.findFirst({ orderBy: { id: 'asc' }, select: { checkedAt: true } }),
  ])
  const { member, ...rest } = seat
  const history = changes.map(({ sync, ...change }) => ({ ...change, checkedAt: sync.checkedAt }))
  const compose = (field: Fact['field'], value: string | null, ofMySociety = false): Fact => {
    const changed = history.find((change) => change.field === field && (field === 'member' || change.memberId === member?.id))
    const override = overrides.find((each) => each.state === 'applies' && each.field === (field === 'member' ? 'vacant' : field))
    if (override) return { field, value: override.value, source: 'staff', since: override.savedAt, checkedAt: override.savedAt }
    const source = ofMySociety ? 'mysociety' : 'parliament'
    return { field, value, source, since: changed?.checkedAt ?? null, checkedAt: (ofMySociety ? seed : last)?.checkedAt ?? null }
  }
  // A Bluesky handle is mySociety's until a sync has seen Parliament give one.
  const gaveBluesky = history.some(({ field, after, memberId }) => field === 'bluesky' && memberId === member?.id && after === member.blueskyHandle)
  const facts = [compose('member', member?.name ?? null)]
  if (member) {
    facts.push(
      compose('party', member.party),
      compose('memberSince', member.memberSince),
      compose('email', member.email),
      compose('x', member.xHandle, member.xSource === 'mysociety'),
      compose('bluesky', member.blueskyHandle, member.blueskyHandle !== null && !gaveBluesky),
    )
  }
  return { ...rest, facts, overrides, history }
}

/** The last loads of the directory, the newest first, each with what it changed. */
export async function listSyncs(most = 50): Promise<Sync[]> {
  const db = await database()
  return db.directorySync.findMany({
    select: { id: true, source: true, checkedAt: true, members: true, changes: { select: changeFields, orderBy: { id: 'asc' } } },
    orderBy: { id: 'desc' },
    take: most,
  })
}
