import { expect } from 'vitest'
import type { PrismaClient } from '@/lib/data/client'

/** Holds when journal and totals are what the rows of actions add up to, counted here by other means. */
export async function expectExactJournal(db: PrismaClient) {
  const rows = await db.action.findMany({ select: { seatCode: true, channel: true, kind: true, day: true } })
  const days = new Map<string, number>()
  const totals = new Map<string, number>()
  for (const { seatCode, channel, kind, day } of rows) {
    const seat = `${seatCode} ${channel} ${kind}`
    totals.set(seat, (totals.get(seat) ?? 0) + 1)
    days.set(`${seat} ${day}`, (days.get(`${seat} ${day}`) ?? 0) + 1)
  }
  const journal = await db.journal.findMany()
  expect(new Map(journal.map((row) => [`${row.seatCode} ${row.channel} ${row.kind} ${row.day}`, row.count]))).toEqual(days)
  const written = await db.total.findMany()
  expect(new Map(written.map((row) => [`${row.seatCode} ${row.channel} ${row.kind}`, row.count]))).toEqual(totals)
}
