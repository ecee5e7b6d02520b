import { type Fields, mergeFields, pickFields, type Sides } from './merge'

/**
 * A form’s result when someone else has saved since it was opened: the person chooses a side, field by field. Every desk
 * form for shared data has a hidden `base` with its initial field values, as JSON.
 */
export type Conflict = Sides & {
  outcome: 'conflict'
  /** Who saved the other version and when, for display. */
  by: string
  /** The side chosen so far, by field. */
  chosen: Fields
  /** The fields that still need a choice. */
  missing: string[]
  /** The form’s other values, such as the id and the version that a save would now replace. */
  rest: Fields
}

/** A form’s values once any conflict has been resolved. */
export type Settled =
  | Conflict
  | { outcome: 'merged'; values: Fields } // shown again, with the chosen values
  | { outcome: 'settled'; values: Fields } // ready to save

// Names the form or the merge view adds. Everything else is passed through.
const ours = ['do', 'scripted', 'press', 'base', 'theirs', 'yours', 'by']
const choice = 'choose.'

/**
 * Builds the conflict between a form and what someone else has saved.
 * @param values everything the form sent, not trusted
 * @param names the fields that can be merged
 * @param found `by` is for display; `rest` overrides the form’s other values, such as the version
 */
export function composeConflict(
  values: Fields,
  names: readonly string[],
  { theirs, by, rest }: { theirs: Fields; by: string; rest: Fields },
): Conflict {
  return {
    outcome: 'conflict',
    by,
    base: parseFields(values.base, names),
    theirs: pickFields(theirs, names),
    yours: pickFields(values, names),
    chosen: {},
    missing: [],
    rest: { ...listRest(values, names), ...rest },
  }
}

/**
 * Applies the choices made in the merge view: `do` is `merge` to save them or `continue` to go on editing. Any other form
 * is returned unchanged, as settled.
 * @param values everything the form sent, not trusted
 * @param names the fields that can be merged
 */
export function settleForm(values: Fields, names: readonly string[]): Settled {
  if (values.do !== 'merge' && values.do !== 'continue') return { outcome: 'settled', values }
  const sides = {
    base: parseFields(values.base, names),
    theirs: parseFields(values.theirs, names),
    yours: parseFields(values.yours, names),
  }
  const { merged, missing } = mergeFields(sides, names, (field) => values[`${choice}${field}`])
  const rest = listRest(values, names)
  if (missing.length > 0) {
    const chosen = Object.entries(values).flatMap(([name, side]) =>
      name.startsWith(choice) ? [[name.slice(choice.length), side]] : [],
    )
    return {
      outcome: 'conflict',
      by: values.by ?? '',
      ...sides,
      chosen: Object.fromEntries(chosen),
      missing,
      rest,
    }
  }
  // From here on, both sides start from what the other person saved.
  const next = { ...rest, ...merged, base: formatFields(sides.theirs) }
  return { outcome: values.do === 'merge' ? 'settled' : 'merged', values: next }
}

/** Serialises fields for a hidden input. */
export function formatFields(fields: Fields): string {
  return JSON.stringify(fields)
}

function parseFields(json: string | undefined, names: readonly string[]): Fields {
  try {
    const read: unknown = JSON.parse(json ?? '')
    const entries = Object.entries(typeof read === 'object' && read !== null ? read : {})
    const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    return pickFields(Object.fromEntries(texts), names)
  } catch {
    return pickFields({}, names) // not one of our forms: both sides are shown without a base
  }
}

function listRest(values: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => !names.includes(name) && !ours.includes(name) && !name.startsWith(choice),
    ),
  )
}
