import 'server-only'
import { toUkDay } from '../../shared/model/uk-time'
import { type AppliedCorrection, applyCorrections, isMarkedVacant } from '../model/correction'
import type { Mp, Seat, SeatSummary, SeatWithMp } from '../model/seat'
import { database } from '../../shared/database/client'

const mpFields = { id: true, name: true, party: true, email: true, xHandle: true, blueskyHandle: true } as const
const mpWithPosts = {
  ...mpFields,
  posts: {
    select: { kind: true, title: true } as const,
    orderBy: [{ kind: 'asc' as const }, { position: 'asc' as const }],
  },
}

/** The corrections that apply today, UK time. */
export const currentCorrections = (now: Date) => ({
  where: { expiresOn: { gte: toUkDay(now) } },
  select: { memberId: true, field: true, value: true },
})

/** The seat with this slug, corrections applied; null when there is none. */
export async function getSeat(slug: string, now = new Date()): Promise<Seat | null> {
  const db = await database()
  const row = await db.seat.findUnique({
    where: { slug },
    select: {
      code: true,
      slug: true,
      name: true,
      nation: true,
      region: true,
      neighbours: true,
      member: { select: { ...mpWithPosts, portrait: { select: { hash: true } } } },
      corrections: currentCorrections(now),
    },
  })
  if (!row) return null
  const neighbours = await db.seat.findMany({
    where: { code: { in: row.neighbours.split(' ') } },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
  })
  const { member, corrections, ...seat } = row
  const mp = member && { ...member, portrait: member.portrait?.hash ?? null }
  return { ...seat, mp: applyCorrections(mp, corrections), neighbours }
}

/** The seats of an English region or another nation, by name. */
export async function listSeats(region: string): Promise<SeatSummary[]> {
  const db = await database()
  const rows = await db.seat.findMany({
    where: { region },
    select: summaryFields(new Date()),
    orderBy: { name: 'asc' },
  })
  return rows.map(toSummary)
}

/** All 650 seats by name, for the picker to search. */
export async function listAllSeats(): Promise<SeatSummary[]> {
  const db = await database()
  const rows = await db.seat.findMany({ select: summaryFields(new Date()), orderBy: { name: 'asc' } })
  return rows.map(toSummary)
}

/** All 650 seats by name, with their MPs as visitors see them. */
export async function listSeatsWithMp(now = new Date()): Promise<SeatWithMp[]> {
  const db = await database()
  const rows = await db.seat.findMany({
    select: {
      code: true,
      slug: true,
      name: true,
      nation: true,
      member: { select: mpWithPosts },
      corrections: currentCorrections(now),
    },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ member, corrections, ...seat }) => ({ ...seat, mp: applyCorrections(member, corrections) }))
}

/**
 * The ONS codes, by slug, of the seats that have a Member: everything needed to count a message, in one query.
 */
export async function listOpenSeats(now: Date): Promise<Map<string, string>> {
  const db = await database()
  const { where, select } = currentCorrections(now)
  const seats = await db.seat.findMany({
    where: { memberId: { not: null } },
    select: { slug: true, code: true, memberId: true, corrections: { where: { ...where, field: 'vacant' }, select } },
  })
  const open = seats.filter(({ memberId, corrections }) => memberId !== null && !isMarkedVacant(memberId, corrections))
  return new Map(open.map(({ slug, code }) => [slug, code]))
}

/** When the directory was last checked, and against which source; null before the first start. */
export async function getDirectoryAge(): Promise<{ checkedAt: Date; source: string } | null> {
  const db = await database()
  return db.directorySync.findFirst({ orderBy: { id: 'desc' }, select: { checkedAt: true, source: true } })
}

const summaryFields = (now: Date) =>
  ({ slug: true, name: true, member: { select: mpFields }, corrections: currentCorrections(now) }) as const

type SummaryRow = { slug: string; name: string; member: Mp | null; corrections: AppliedCorrection[] }

function toSummary({ member, corrections, ...seat }: SummaryRow): SeatSummary {
  const mp = applyCorrections(member, corrections)
  return { ...seat, mp: mp && { name: mp.name, party: mp.party } }
}

/**
 * Parliament's id of a seat's Member, ignoring corrections. Null while the seat is vacant, undefined for an
 * unknown code.
 */
export async function getDirectoryMemberId(seatCode: string): Promise<number | null | undefined> {
  const db = await database()
  return (await db.seat.findUnique({ where: { code: seatCode }, select: { memberId: true } }))?.memberId
}
