import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { listSeatTotals } from './data/figures'
import { findPublication, getSecret, writePublication } from './data/publications'
import { channels } from './model/channel'
import { arrangeCounts, type ByChannel } from './model/public-counts'
import { composePublication, type Publication, startOfPeriod } from './model/publication'
import { env } from '../shared/env'
import { repeat } from '../shared/repeat'

// By an earlier or a later version, which may have had fewer or more channels.
const someChannels = z
  .record(z.string(), z.number())
  .transform((counts): Partial<ByChannel<number>> =>
    Object.fromEntries(channels.flatMap((channel) => (channel in counts ? [[channel, counts[channel]]] : []))),
  )
const rows = z
  .record(z.string(), z.record(z.string(), z.number()))
  .transform((counts) =>
    arrangeCounts(
      Object.entries(counts).flatMap(([kind, byChannel]) =>
        Object.entries(byChannel).map(([channel, count]) => ({ kind, channel, count })),
      ),
    ),
  )
/** The counts as a row of `Publication` has them, in JSON. */
export const storedCounts = z.object({
  totals: rows,
  seatsContacted: z.number(),
  seats: z.record(z.string(), z.object({ opened: someChannels.optional(), confirmed: someChannels.optional() })),
})

let last: Publication | null = null
let publishing: Promise<Publication> | null = null

/**
 * The published counts as of the last full hour, identical in every process. The first request after the hour takes
 * them; if every process was down then, they are as of the minute the first one came back.
 * @throws when the database is unavailable and this process has no earlier publication
 */
export async function getPublication(now: Date): Promise<Publication> {
  const due = startOfPeriod(now, env.PUBLISH_COUNTS_MINUTES)
  if (last && last.asOf >= due) return last
  publishing ??= publish(due, now).finally(() => (publishing = null))
  try {
    return (last = await publishing)
  } catch (error) {
    if (last) return last // out of date, but true
    throw error
  }
}

const checkEveryMs = 500

/** Starts publishing the counts on every full hour, even without visitors. */
export function startPublishing(): void {
  repeat(checkEveryMs, () => getPublication(new Date()), 'could not publish the counts', 0)
}

async function publish(due: Date, now: Date): Promise<Publication> {
  const asOf = startOfPeriod(now, Math.min(1, env.PUBLISH_COUNTS_MINUTES))
  const found = (await findPublication(due)) ?? (await writePublication({ asOf, counts: await take(asOf) }))
  return { ...storedCounts.parse(JSON.parse(found.counts)), asOf: found.asOf }
}

async function take(asOf: Date): Promise<string> {
  const secret = await getSecret('publication', randomBytes(32).toString('base64url'))
  const uniformOf = (name: string) => createHmac('sha256', secret).update(name).digest().readUIntBE(0, 6) / 2 ** 48
  const { totals, seatsContacted, seats } = composePublication(await listSeatTotals(), asOf, uniformOf)
  return JSON.stringify({ totals, seatsContacted, seats })
}
