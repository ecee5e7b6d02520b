import { z } from 'zod'
import type { ImportChoices } from '@/lib/supporters/csv/read-file'
import { leaveOutAnswer } from '@/lib/supporters/model/import-check'

const shape = z.object({
  mapping: z.record(z.string().max(1_000), z.string().max(50)),
  leftOut: z.array(z.number().int().positive()).max(20_001),
  answers: z.record(z.string().regex(/^\d{1,8}$/), z.string().max(50)).default({}),
})
const answered = 'answer-'

/** What somebody decided about a file of supporters, from a form's field `choices`; nothing if it can't be read. */
export function readChoices({ choices = '' }: Record<string, string>): ImportChoices | undefined {
  try {
    return shape.parse(JSON.parse(choices))
  } catch {
    return undefined
  }
}

/** The same with what a form without JavaScript has: answers for rows, by their line, and wrong rows to leave out. */
export function readAnsweredChoices(fields: Record<string, string>): ImportChoices {
  const before = readChoices(fields) ?? { mapping: {}, leftOut: [] }
  const given = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    name.startsWith(answered) && value !== '' ? [[name.slice(answered.length), value]] : [],
  )
  const wrong = (fields.leftOut ?? '').split(' ').filter(Boolean).map(Number)
  const out = [...wrong, ...given.flatMap(([line, value]) => (value === leaveOutAnswer ? Number(line) : []))]
  const answers = { ...before.answers, ...Object.fromEntries(given.filter(([, value]) => value !== leaveOutAnswer)) }
  return shape.safeParse({ ...before, leftOut: [...before.leftOut, ...out], answers }).data ?? before
}
