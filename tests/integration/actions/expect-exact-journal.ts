import { expect } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'

/** Checks that the journal and the totals equal the action rows, counted here in a different way. */
export async function expectExactJournal(db: PrismaClient) {
  const rows = await db.action.findMany({
    select: { seatCode: true, channel: true, kind: true, day: true, source: true, isPersonal: true, ruleId: true },
  })
  const days = new Map<string, number>()
  const totals = new Map<string, number>()
  const sources = new Map<string, number>()
  const messages = new Map<string, number>()
  for (const { seatCode, channel, kind, day, source, isPersonal, ruleId } of rows) {
    const message = `${day} ${ruleId} ${kind} ${channel}`
    if (ruleId !== null) messages.set(message, (messages.get(message) ?? 0) + 1)
    const tag = `${source ?? ''} ${kind} ${channel} ${day} ${isPersonal === null ? '' : isPersonal ? 'own' : 'ours'}`
    sources.set(tag, (sources.get(tag) ?? 0) + 1)
    const seat = `${seatCode} ${channel} ${kind}`
    totals.set(seat, (totals.get(seat) ?? 0) + 1)
    days.set(`${seat} ${day}`, (days.get(`${seat} ${day}`) ?? 0) + 1)
  }
  const journal = await db.journal.findMany()
  expect(new Map(journal.map((row) => [`${row.seatCode} ${row.channel} ${row.kind} ${row.day}`, row.count]))).toEqual(
    days,
  )
  const written = await db.total.findMany()
  expect(new Map(written.map((row) => [`${row.seatCode} ${row.channel} ${row.kind}`, row.count]))).toEqual(totals)
  const bySource = await db.sourceTotal.findMany()
  expect(
    new Map(bySource.map((row) => [`${row.source} ${row.kind} ${row.channel} ${row.day} ${row.wording}`, row.count])),
  ).toEqual(sources)
  const byMessage = await db.messageTotal.findMany()
  expect(new Map(byMessage.map((row) => [`${row.day} ${row.ruleId} ${row.kind} ${row.channel}`, row.count]))).toEqual(
    messages,
  )
}
