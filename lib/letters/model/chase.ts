import type { Problem } from '../../shared/model/result'

/** The fields of the letter that asks again. */
export const chaseFields = ['name', 'address', 'postcode', 'email', 'subject', 'body'] as const

export type ChaseValues = Record<(typeof chaseFields)[number], string>

/** The answer to its form, with everything that was typed. */
export type ChaseState =
  | null
  | ({ values: ChaseValues } & (
      { outcome: 'asked' | 'limited' | 'closed' | 'wrong-constituency' } | { outcome: 'refused'; problems: Problem[] }
    ))

/** The whole letter: its text with the visitor’s name and address under it. */
export function signChase({ body, name, address, postcode }: ChaseValues): string {
  return `${body.trimEnd()}\n\nYours sincerely,\n${[name, address, postcode].filter(Boolean).join('\n')}`
}
