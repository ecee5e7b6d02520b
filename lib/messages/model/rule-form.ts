import type { RuleFields } from './rule-versions'
import type { Preview } from './measured'
import { ruleFieldWords } from '../words'
import type { FieldProblem } from '../../shared/model/form'

/**
 * What the form of a rule is answered; `values` are all its fields as they were sent, hidden ones too.
 * `conflict`: somebody else has saved since, and the editor has to choose; `by` is who and when, in words.
 * `merged`: the form again, with what was chosen.
 */
export type RuleFormState =
  | null
  | { outcome: 'ready'; href: string }
  | { outcome: 'refused'; message: string; problems: FieldProblem[]; values: RuleFields }
  | { outcome: 'shown'; preview: Preview; values: RuleFields }
  | { outcome: 'merged'; values: RuleFields }
  | ({ outcome: 'conflict'; message: string } & Merge)

/** Three versions of a rule: what both began with, theirs with its version, and yours. `chosen` is what was chosen so far, by `choose.name`. */
export type Merge = {
  id: string
  version: string
  by: string
  chosen: RuleFields
  base: RuleFields
  theirs: RuleFields
  yours: RuleFields
}

/** A field on which two editors differ; `preset` is the side that alone changed it, '' when both did. */
export type MergeField = { field: string; base: string; theirs: string; yours: string; preset: Side | '' }

export type Side = 'yours' | 'theirs'

/** The fields on which two editors differ, in the form's order. */
export function listMergeFields({ base, theirs, yours }: Pick<Merge, 'base' | 'theirs' | 'yours'>): MergeField[] {
  return Object.keys(ruleFieldWords).flatMap((field) => {
    const [was, other, own] = [base[field] ?? '', theirs[field] ?? '', yours[field] ?? '']
    if (other === own) return []
    return [
      { field, base: was, theirs: other, yours: own, preset: own === was ? 'theirs' : other === was ? 'yours' : '' },
    ]
  })
}

/**
 * What two editors make together.
 * @param choose the side that was chosen of a field on which they differ
 * @returns also the fields of which none was
 */
export function mergeFields(
  merge: Pick<Merge, 'base' | 'theirs' | 'yours'>,
  choose: (field: string) => string | undefined,
): { merged: RuleFields; missing: string[] } {
  const differing = listMergeFields(merge).map(({ field, theirs, yours }) => ({
    field,
    choice: choose(field),
    theirs,
    yours,
  }))
  const chosen = differing.flatMap(({ field, choice, theirs, yours }) =>
    choice === 'theirs' ? [[field, theirs]] : choice === 'yours' ? [[field, yours]] : [],
  )
  const missing = differing.flatMap(({ field, choice }) => (choice === 'theirs' || choice === 'yours' ? [] : [field]))
  return { merged: { ...merge.yours, ...Object.fromEntries(chosen) }, missing }
}

/** The fields of a rule alone, out of all that its form sends; line ends as they are kept. */
export function pickRuleFields(values: RuleFields): RuleFields {
  return Object.fromEntries(
    Object.keys(ruleFieldWords).map((field) => [
      field,
      (values[field] ?? '').replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
    ]),
  )
}

/** What a move of a rule is answered: the rules' ids in their order now, and in words what happened. */
export type MoveState = null | { order: number[]; message: string; isMoved: boolean }
