import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { listSeatTotals } from './data/figures'
import { findPublication, getSecret, writePublication } from './data/publications'
import { channels } from './model/channel'
import { composePublication, type Publication, startOfPeriod } from './model/publication'
import { env } from '../shared/env'
import { repeat } from '../shared/repeat'

const byChannel = z.record(z.enum(channels), z.number())
const someChannels = z.partialRecord(z.enum(channels), z.number()).optional()
const stored = z.object({
  totals: z.object({ opened: byChannel, confirmed: byChannel }),
  seatsContacted: z.number(),
  seats: z.record(z.string(), z.object({ opened: someChannels, confirmed: someChannels })),
})

let last: Publication | null = null
let publishing: Promise<Publication> | null = null

/**
 * What the public is told of the counts at an instant: what they were at the last full hour, in every process
 * the same. The first that asks after it takes them; where all processes were away then, they are as of when
 * the first was back, to the minute.
 * @throws when the database does not answer and this process knows of no publication
 */
export async function getPublication(now: Date): Promise<Publication> {
  const due = startOfPeriod(now, env.PUBLISH_COUNTS_MINUTES)
  if (last && last.asOf >= due) return last
  publishing ??= publish(due, now).finally(() => (publishing = null))
  try {
    return (last = await publishing)
  } catch (error) {
    if (last) return last // older than it should be, and true
    throw error
  }
}

const lookMs = 500

/** From now on, takes the counts at each full hour, also when nobody asks. */
export function startPublishing(): void {
  repeat(lookMs, () => getPublication(new Date()), 'counts not published', 0)
}

async function publish(due: Date, now: Date): Promise<Publication> {
  const asOf = startOfPeriod(now, Math.min(1, env.PUBLISH_COUNTS_MINUTES))
  const found = (await findPublication(due)) ?? (await writePublication({ asOf, counts: await take(asOf) }))
  return { ...stored.parse(JSON.parse(found.counts)), asOf: found.asOf }
}

async function take(asOf: Date): Promise<string> {
  const secret = await getSecret('publication', randomBytes(32).toString('base64url'))
  const uniformOf = (name: string) => createHmac('sha256', secret).update(name).digest().readUIntBE(0, 6) / 2 ** 48
  const { totals, seatsContacted, seats } = composePublication(await listSeatTotals(), asOf, uniformOf)
  return JSON.stringify({ totals, seatsContacted, seats })
}
