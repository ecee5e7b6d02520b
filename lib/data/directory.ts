import 'server-only'
import type { MessageSeat } from '../domain/message'
import type { Seat, SeatSummary } from '../domain/seat'
import { database } from './client'

const mpFields = { id: true, name: true, party: true, email: true, xHandle: true, blueskyHandle: true } as const
const summaryFields = { slug: true, name: true, member: { select: { name: true, party: true } } } as const

/** The seat with this slug, or null when there is none. */
export async function getSeat(slug: string): Promise<Seat | null> {
  const db = await database()
  const row = await db.seat.findUnique({
    where: { slug },
    select: { code: true, slug: true, name: true, nation: true, region: true, neighbours: true, member: { select: mpFields } },
  })
  if (!row) return null
  const neighbours = await db.seat.findMany({
    where: { code: { in: row.neighbours.split(' ') } },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
  })
  const { member, ...seat } = row
  return { ...seat, mp: member, neighbours }
}

/** The seats of an English region, or of another nation, by name. */
export async function listSeats(region: string): Promise<SeatSummary[]> {
  const db = await database()
  const rows = await db.seat.findMany({ where: { region }, select: summaryFields, orderBy: { name: 'asc' } })
  return rows.map(toSummary)
}

/** All 650 seats, by name: what the picker searches. */
export async function listAllSeats(): Promise<SeatSummary[]> {
  const db = await database()
  const rows = await db.seat.findMany({ select: summaryFields, orderBy: { name: 'asc' } })
  return rows.map(toSummary)
}

/** All 650 seats with what a message needs of them, by name. */
export async function listMessageSeats(): Promise<MessageSeat[]> {
  const db = await database()
  const rows = await db.seat.findMany({ select: { code: true, name: true, nation: true, member: { select: mpFields } }, orderBy: { name: 'asc' } })
  return rows.map(({ member, ...seat }) => ({ ...seat, mp: member }))
}

/** When the directory was last known to be true, and from where; null before the first start. */
export async function getDirectoryAge(): Promise<{ checkedAt: Date; source: string } | null> {
  const db = await database()
  return db.directorySync.findFirst({ orderBy: { id: 'desc' }, select: { checkedAt: true, source: true } })
}

type SummaryRow = Omit<SeatSummary, 'mp'> & { member: SeatSummary['mp'] }

function toSummary({ member, ...seat }: SummaryRow): SeatSummary {
  return { ...seat, mp: member }
}
