import 'server-only'
import { z } from 'zod'
import type { Change } from '../audit/model/actor'
import { atMost, oneLine } from '../shared/model/inputs'
import type { Fields } from '../shared/model/merge'
import { type Problem, type Refused, refuse, toProblems } from '../shared/model/result'
import { type DeskText, readDeskText, writeText } from './data/texts'
import { parsePairs } from './model/prose'
import type { TextSection } from './model/shipped-texts'
import { type TextField, textForms } from './model/text-fields'
import { isTextSection, pickChanged } from './model/texts'

const prose = (max: number) =>
  z
    .string()
    .max(2 * max, atMost(max)) // a line break may come as two characters
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'Write something here.').max(max, atMost(max)))

function shapeOf({ kind, max, name }: TextField) {
  if (kind === 'day') return z.union([z.literal(''), z.iso.date()], 'Enter a date like 2026-11-03, or nothing.')
  if (kind === 'pairs')
    return prose(max).refine(
      (text) => parsePairs(text) !== null,
      'Start each heading with ## on a line of its own, and put its text below.',
    )
  if (name === 'invitation')
    return oneLine(max).refine((text) => !/[{}]/.test(text.replace('{mp}', '')), 'The only field here is {mp}, once.')
  return kind === 'line' ? oneLine(max) : prose(max)
}

export type SaveTextAnswer =
  | { outcome: 'saved'; version: number }
  | Refused
  | { outcome: 'conflict'; theirs: DeskText } // somebody else has saved since
  | { outcome: 'not-found' }

/**
 * Keeps a section's fields as its draft. Visitors get it once it is published.
 * @param asked not trusted: the section, the version that was edited (0 before the first) and all fields
 */
export async function saveText(
  { section, version, fields }: { section: string; version: number; fields: Fields },
  change: Change,
): Promise<SaveTextAnswer> {
  if (!isTextSection(section)) return { outcome: 'not-found' }
  const read = readTextFields(section, fields)
  if (read.outcome === 'refused') return read
  const draft = pickChanged(section, read.fields)
  const isWritten = await writeText(section, version, { draft }, { ...change, action: 'text.draft-saved' })
  if (!isWritten) return { outcome: 'conflict', theirs: await readDeskText(section) }
  return { outcome: 'saved', version: version + 1 }
}

/** What `saveText` would keep, or why not. @param fields not trusted */
export function readTextFields(section: TextSection, fields: Fields): { outcome: 'read'; fields: Fields } | Refused {
  const problems: Problem[] = []
  const read = textForms[section].fields.map((field) => {
    const parsed = shapeOf(field).safeParse(fields[field.name])
    if (!parsed.success)
      problems.push(
        ...toProblems(parsed.error)
          .slice(0, 1)
          .map(({ message }) => ({ field: field.name, message })),
      )
    return [field.name, parsed.data ?? '']
  })
  return problems.length > 0 ? refuse(...problems) : { outcome: 'read', fields: Object.fromEntries(read) }
}
