import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSupporterFacts } from '../domain/message-facts'

let ids: ReadonlySet<number> | undefined

/** Parliament's ids of the MPs who support the campaign. From the shipped facts, read once; asynchronous so that rows can take their place. */
export async function listSupporterIds(): Promise<ReadonlySet<number>> {
  ids ??= new Set(parseSupporterFacts(readFileSync(path.join(process.cwd(), 'prisma/facts/supporters.json'), 'utf8')).members.map(({ id }) => id))
  return ids
}
