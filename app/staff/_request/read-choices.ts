import { z } from 'zod'
import type { ImportChoices } from '@/lib/supporters/csv/read-file'

const shape = z.object({
  mapping: z.record(z.string().max(1_000), z.string().max(50)),
  leftOut: z.array(z.number().int().positive()).max(20_001),
})

/** What somebody decided about a file of supporters, from a form's field `choices`; nothing if it can't be read. */
export function readChoices({ choices = '' }: Record<string, string>): ImportChoices | undefined {
  try {
    return shape.parse(JSON.parse(choices))
  } catch {
    return undefined
  }
}
