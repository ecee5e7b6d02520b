/** The fields of a form as texts, by name. */
export type Fields = Record<string, string>

export type Side = 'yours' | 'theirs'

/** Three versions of the same fields: what two people began with, and what each made of it. */
export type Sides = { base: Fields; theirs: Fields; yours: Fields }

/** A field on which two people differ; `preset` is the side that alone changed it, '' when both did. */
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
 * Merges what two people made of the same fields: a field that only one of them changed is as they left it, unless
 * `choose` says otherwise.
 * @param choose the side chosen for a field on which they differ; anything but a side is no choice
 * @returns also the fields that both changed and that still need a choice: there `merged` has yours
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

/** These fields alone, out of all that a form sends, with line ends as we keep them; '' for those that are missing. */
export function pickFields(values: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, (values[name] ?? '').replace(/\r\n?/g, '\n')]))
}
