import 'server-only'
import { z } from 'zod'
import { createEraser } from '../audit/model/eraser'
import { eraseFromDisk } from '../letters/data/erase'
import { countByEmail } from '../letters/erase-by-email'
import { refuse, type Refused, toProblems } from '../shared/model/result'
import { deleteFromOutbox, findInOutbox, type OutboxMail } from '../staff/mail/outbox'
import { type Erased, eraseEverywhere, findEverywhere, type FoundPlaces } from './data/erase'
import {
  erasurePlaces,
  type Extract,
  type Found,
  type FoundPerson,
  maxExtracts,
  maxLiveExtracts,
} from './model/erasure'
import { erasureTables } from './model/erasure-tables'

const least = 3
const word = z
  .string()
  .trim()
  .max(200, 'Use at most 200 characters.')
  .refine((text) => text === '' || text.length >= least, `Write at least ${least} characters.`)
  .default('')
const input = z
  .object({ name: word, email: word, word })
  .refine(({ name, email, word }) => [name, email, word].some(Boolean), {
    path: ['name'],
    error: 'Write a name, an email address or a word.',
  })

// Whose pages hold what was there before, until they are vacuumed; of those with tags, which are large, only if one changed.
const tables = [...new Set(erasureTables.map(({ table }) => table)), 'ReplacedLogo', 'AuditEntry']
const tablesOfTags = ['Action', 'HeldAction', 'SourceTotal']

/**
 * Shows where a person’s data is.
 * @param typed not trusted: a name, an email address, a word, or several of them
 */
export async function findPerson(
  typed: Record<string, string>,
  now: Date,
): Promise<({ outcome: 'found' } & FoundPerson) | Refused> {
  const parsed = input.safeParse(typed)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const words = Object.values(parsed.data).filter(Boolean)
  const places = await findEverywhere(words, now)
  const letters = await Promise.all(words.map((each) => countByEmail(each)))
  return {
    outcome: 'found',
    ...show(places, await findMails(words)),
    letters: letters.reduce((sum, each) => sum + each, 0),
  }
}

/**
 * Erases a person’s data from everything but what is live and letters; the log keeps how much was erased, when and by
 * whom, but not what.
 * @param typed not trusted, as for `findPerson`
 * @param seen not trusted: what `findPerson` gave. When it finds something else by now, nothing is erased.
 * @returns `isOffDisk`: nothing of it is left in the write-ahead log of SQLite
 */
export async function erasePerson(
  typed: Record<string, string>,
  seen: string,
  by: Parameters<typeof eraseEverywhere>[2],
): Promise<{ outcome: 'erased'; erased: Erased; isOffDisk: boolean } | { outcome: 'changed-since' } | Refused> {
  const parsed = input.safeParse(typed)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const words = Object.values(parsed.data).filter(Boolean)
  const mails = await findMails(words)
  const erased = await eraseEverywhere(words, (places) => show(places, mails).seen === seen, by, {
    ...(mails.length > 0 && { outbox: mails.length }),
  })
  if (!erased) return { outcome: 'changed-since' }
  await deleteFromOutbox(mails)
  return {
    outcome: 'erased',
    erased,
    isOffDisk: await eraseFromDisk([...tables, ...(erased.links ? tablesOfTags : [])]),
  }
}

async function findMails(words: readonly string[]): Promise<OutboxMail[]> {
  const { finds } = createEraser(words)
  return findInOutbox(finds)
}

function show(places: FoundPlaces, mails: readonly OutboxMail[]): Omit<FoundPerson, 'letters'> {
  // Who they are to says enough: there can be a link in them that signs in.
  const inFiles = mails.map(({ to, subject }) => ({ where: `To ${to}`, href: null, text: subject }))
  const all = new Map([...places.found, ['outbox', inFiles] as const])
  const found = list(all, maxExtracts)
  return {
    live: list(places.live, maxLiveExtracts),
    found,
    seen: found.map(({ place, count }) => `${place} ${count}`).join(', '),
  }
}

function list(of: ReadonlyMap<string, Extract[]>, max: number): Found[] {
  return erasurePlaces.flatMap((place) => {
    const extracts = of.get(place) ?? []
    return extracts.length > 0 ? { place, count: extracts.length, extracts: extracts.slice(0, max) } : []
  })
}
