/** A form’s fields as text, by name. */
export type Fields = Record<string, string>

export type Side = 'yours' | 'theirs'

/** Three versions of the same fields: the one two people started from, and each person’s own. */
export type Sides = { base: Fields; theirs: Fields; yours: Fields }

/** A field on which two people differ; `preset` is the only side that changed it, '' if both did. */
export type Difference = { field: string; base: string; theirs: string; yours: string; preset: Side | '' }

/** The fields on which two people differ, in the order of `names`. */
export function listDifferences({ base, theirs, yours }: Sides, names: readonly string[]): Difference[] {
  return names.flatMap((field) => {
    const [was, other, own] = [base[field] ?? '', theirs[field] ?? '', yours[field] ?? '']
    if (other === own) return []
    const preset = own === was ? 'theirs' : other === was ? 'yours' : ''
    return [{ field, base: was, theirs: other, yours: own, preset }]
  })
}

/**
 * Three-way merge of two people’s fields. If only one of them changed a field, their version wins unless `choose` says
 * otherwise.
 * @param choose the side chosen for a field on which they differ; anything else counts as no choice
 * @returns `missing`: fields that both changed and that still need a choice; `merged` has your version of those
 */
export function mergeFields(
  sides: Sides,
  names: readonly string[],
  choose: (field: string) => string | undefined = () => undefined,
): { merged: Fields; missing: string[] } {
  const decided = listDifferences(sides, names).map(({ field, preset }) => {
    const choice = choose(field)
    return { field, side: choice === 'theirs' || choice === 'yours' ? choice : preset }
  })
  const taken = decided.map(({ field, side }) => [field, sides[side || 'yours'][field] ?? ''])
  return {
    merged: { ...pickFields(sides.yours, names), ...Object.fromEntries(taken) },
    missing: decided.filter(({ side }) => side === '').map(({ field }) => field),
  }
}

/** Picks these fields from a form’s values and normalises line endings to LF; missing ones become ''. */
export function pickFields(values: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, (values[name] ?? '').replace(/\r\n?/g, '\n')]))
}
