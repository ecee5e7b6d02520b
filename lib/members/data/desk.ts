import 'server-only'
import {
  composeSourcedDetails,
  type DirectoryLoads,
  type SourcedDetail,
  type SyncChange,
} from '../model/sourced-details'
import { applyCorrections } from '../model/correction'
import type { Mp } from '../model/seat'
import { database } from '../../shared/database/client'
import { listCorrections, type Correction } from './corrections'

export type DirectoryPage = {
  code: string
  slug: string
  name: string
  nation: string
  region: string
  memberId: number | null // according to Parliament; null while the seat is vacant
  details: SourcedDetail[]
  corrections: Correction[]
  history: SyncChange[]
}

/** A row of the desk's seat list; `mp` is what visitors see. */
export type DirectorySeatRow = {
  code: string
  slug: string
  name: string
  nation: string
  mp: Mp | null
  corrections: Correction[]
}

/** One load of the directory and what it changed; `source` is seed or parliament. */
export type Sync = {
  id: number
  source: string
  checkedAt: Date
  members: number
  changes: Omit<SyncChange, 'checkedAt'>[]
}

const changeFields = { seatCode: true, memberId: true, field: true, before: true, after: true } as const

/** A seat's page at the desk: each detail with its source and age. Null for an unknown slug. */
export async function getDirectoryPage(slug: string, now: Date): Promise<DirectoryPage | null> {
  const db = await database()
  const seat = await db.seat.findUnique({
    where: { slug },
    select: { code: true, slug: true, name: true, nation: true, region: true, member: true },
  })
  if (!seat) return null
  const { member, ...rest } = seat
  const [corrections, history, loads] = await Promise.all([
    listCorrections(now, seat.code),
    listChanges([seat.code]),
    readLoads(),
  ])
  return {
    ...rest,
    memberId: member?.id ?? null,
    details: composeSourcedDetails({ member, corrections, history, loads }),
    corrections,
    history,
  }
}

/** All 650 seats by name, with corrections applied. */
export async function listDirectorySeats(now: Date): Promise<DirectorySeatRow[]> {
  const db = await database()
  const [seats, corrections] = await Promise.all([
    db.seat.findMany({
      select: { code: true, slug: true, name: true, nation: true, member: true },
      orderBy: { name: 'asc' },
    }),
    listCorrections(now),
  ])
  return seats.map(({ member, ...seat }) => {
    const own = corrections.filter(({ seatCode }) => seatCode === seat.code)
    return {
      ...seat,
      mp: applyCorrections(
        member,
        own.filter(({ state }) => state === 'applies'),
      ),
      corrections: own,
    }
  })
}

/** The details of the seats with these codes. */
export async function listSourcedDetails(
  codes: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, SourcedDetail[]>> {
  const db = await database()
  const [seats, corrections, history, loads] = await Promise.all([
    db.seat.findMany({ where: { code: { in: [...codes] } }, select: { code: true, member: true } }),
    listCorrections(now),
    listChanges(codes),
    readLoads(),
  ])
  const of = <Line extends { seatCode: string }>(lines: readonly Line[], code: string) =>
    lines.filter(({ seatCode }) => seatCode === code)
  return new Map(
    seats.map(({ code, member }) => [
      code,
      composeSourcedDetails({ member, corrections: of(corrections, code), history: of(history, code), loads }),
    ]),
  )
}

/** The latest loads of the directory, newest first, each with its changes. */
export async function listSyncs(max = 50): Promise<Sync[]> {
  const db = await database()
  return db.directorySync.findMany({
    select: {
      id: true,
      source: true,
      checkedAt: true,
      members: true,
      changes: { select: changeFields, orderBy: { id: 'asc' } },
    },
    orderBy: { id: 'desc' },
    take: max,
  })
}

async function listChanges(codes: readonly string[]): Promise<SyncChange[]> {
  const db = await database()
  const rows = await db.directoryChange.findMany({
    where: { seatCode: { in: [...codes] } },
    select: { ...changeFields, sync: { select: { checkedAt: true } } },
    orderBy: { id: 'desc' },
  })
  return rows.map(({ sync, ...change }) => ({ ...change, checkedAt: sync.checkedAt }))
}

async function readLoads(): Promise<DirectoryLoads> {
  const db = await database()
  const [last, seed] = await Promise.all([
    db.directorySync.findFirst({ orderBy: { id: 'desc' }, select: { checkedAt: true } }),
    db.directorySync.findFirst({ orderBy: { id: 'asc' }, select: { checkedAt: true } }),
  ])
  return { last: last?.checkedAt ?? null, seed: seed?.checkedAt ?? null }
}
