import 'server-only'
import { z } from 'zod'
import type { Change } from '../audit/model/actor'
import { atMost, oneLine } from '../shared/model/inputs'
import type { Fields } from '../shared/model/merge'
import { type Problem, type Refused, refuse, toProblems } from '../shared/model/result'
import { toUkDay } from '../shared/model/uk-time'
import { type DeskText, readDeskText, writeText } from './data/texts'
import { completeLinks, hasLink, parsePairs } from './model/prose'
import type { TextSection } from './model/shipped-texts'
import { type TextField, textForms } from './model/text-fields'
import { isTextSection, pickChanged } from './model/texts'

const prose = (max: number) =>
  z
    .string()
    .max(2 * max, atMost(max)) // a line break may come as two characters
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'Write something here.').max(max, atMost(max)))

/** Adds what a text’s links lack, and refuses those that would show as typed. */
const linked = (text: string, context: z.RefinementCtx) => {
  const { text: completed, problem } = completeLinks(text)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  return completed
}

const noDay = 'Enter a date like 2026-11-03, or nothing.'
const noLinks = 'Links don’t work in this text: it would show the brackets. Write it without a link.'

/** What a field takes now: besides its shape, only links that work, and no day to come. */
function ruleOf(field: TextField, now: Date) {
  const shape = shapeOf(field)
  if (field.kind === 'prose') return shape.transform(linked).pipe(z.string().max(field.max, atMost(field.max)))
  return field.kind === 'day'
    ? shape.refine((day) => day <= toUkDay(now), 'This day hasn’t come yet. Enter today or an earlier day.')
    : shape.refine((text) => !hasLink(text), noLinks)
}

function shapeOf({ kind, max, name }: TextField): z.ZodType<string> {
  if (kind === 'day') return z.union([z.literal(''), z.iso.date(noDay)], noDay)
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
  const read = readTextFields(section, fields, change.now)
  if (read.outcome === 'refused') return read
  const draft = pickChanged(section, read.fields)
  const isWritten = await writeText(section, version, { draft }, { ...change, action: 'text.draft-saved' })
  if (!isWritten) return { outcome: 'conflict', theirs: await readDeskText(section) }
  return { outcome: 'saved', version: version + 1 }
}

/**
 * What `saveText` would keep, or why not.
 * @param fields not trusted
 * @param now null for what was saved before
 */
export function readTextFields(
  section: TextSection,
  fields: Fields,
  now: Date | null,
): { outcome: 'read'; fields: Fields } | Refused {
  const problems: Problem[] = []
  const read = textForms[section].fields.map((field) => {
    const parsed = (now ? ruleOf(field, now) : shapeOf(field)).safeParse(fields[field.name])
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
