import { type Fields, mergeFields, pickFields, type Sides } from './merge'

/**
 * The answer to a form when someone else has saved since it was opened: the person chooses, field by field. Every form
 * of the desk that changes something shared carries a hidden `base`, the fields as it began with them, as JSON.
 */
export type Conflict = Sides & {
  outcome: 'conflict'
  /** Who saved theirs and when, in words. */
  by: string
  /** The side chosen so far, by field. */
  chosen: Fields
  /** The fields that the person was asked to choose, and has not. */
  missing: string[]
  /** What the form sends beside its fields, such as the id and the version that a save now replaces. */
  rest: Fields
}

/** What a form's values come to once its conflict, if it had one, is dealt with. */
export type Settled =
  | Conflict
  | { outcome: 'merged'; values: Fields } // the form again, with what was chosen
  | { outcome: 'settled'; values: Fields } // to be saved

// What the form itself or the choice of sides adds; everything else comes back as it was sent.
const ours = ['do', 'scripted', 'base', 'theirs', 'yours', 'by']
const choice = 'choose.'

/**
 * The conflict of a form with what someone else has saved.
 * @param values not trusted: all that the form sent
 * @param names the fields that can be merged
 * @param found `by` in words; `rest` replaces what the form sent beside its fields, such as the version
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
 * Reads what was chosen after a conflict: `do` is `merge` to save it and `continue` to go on writing. Any other form
 * is settled as it is.
 * @param values not trusted: all that the form sent
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
  // What both of them now begin with is what the other one saved.
  const next = { ...rest, ...merged, base: formatFields(sides.theirs) }
  return { outcome: values.do === 'merge' ? 'settled' : 'merged', values: next }
}

/** Fields as a hidden field carries them. */
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
    return pickFields({}, names) // not one of our forms: both sides are shown without what they began with
  }
}

function listRest(values: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => !names.includes(name) && !ours.includes(name) && !name.startsWith(choice),
    ),
  )
}
