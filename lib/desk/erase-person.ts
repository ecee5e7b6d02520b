import 'server-only'
import { z } from 'zod'
import { eraseFromDisk } from '../letters/data/erase'
import { refuse, type Refused, toProblems } from '../shared/model/result'
import { type Erased, eraseEverywhere, findEverywhere } from './data/erase'
import { erasurePlaces, type Found, maxExtracts } from './model/erasure'

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

// Whose pages hold what was there before, until they are vacuumed.
const tables = ['Supporter', 'ReplacedLogo', 'DirectoryOverride', 'MessageRule', 'MessageRuleVersion', 'SourceLink']

/**
 * Shows where a person’s data is.
 * @param typed untrusted: a name, an email address, a word, or several of them
 */
export async function findPerson(
  typed: Record<string, string>,
): Promise<{ outcome: 'found'; found: Found[] } | Refused> {
  const parsed = input.safeParse(typed)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const texts = await findEverywhere(Object.values(parsed.data).filter(Boolean))
  const found = erasurePlaces.map((place) => ({
    place,
    count: texts[place].length,
    extracts: texts[place].slice(0, maxExtracts),
  }))
  return { outcome: 'found', found: found.filter(({ count }) => count > 0) }
}

/**
 * Erases a person’s data from rows, notes and the log, which keeps how much was erased, when and by whom, but not what.
 * @param typed untrusted, as for `findPerson`
 * @returns `isOffDisk`: nothing of it is left in the write-ahead log of SQLite
 */
export async function erasePerson(
  typed: Record<string, string>,
  by: Parameters<typeof eraseEverywhere>[1],
): Promise<{ outcome: 'erased'; erased: Erased; isOffDisk: boolean } | Refused> {
  const parsed = input.safeParse(typed)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const erased = await eraseEverywhere(Object.values(parsed.data).filter(Boolean), by)
  return { outcome: 'erased', erased, isOffDisk: await eraseFromDisk([...tables, 'AuditEntry', 'Press']) }
}
