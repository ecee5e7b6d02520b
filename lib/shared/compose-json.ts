const perPiece = 100

/** The JSON of plain data in pieces, of which none has more than a hundred items of a list, so that a long one need not be written at once. */
export function* composeJson(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '['
    for (let at = 0; at < value.length; at += perPiece)
      yield `${at > 0 ? ',' : ''}${JSON.stringify(value.slice(at, at + perPiece)).slice(1, -1)}`
    yield ']'
  } else if (typeof value === 'object' && value !== null) {
    yield '{'
    let mark = ''
    for (const [name, each] of Object.entries(value)) {
      if (each === undefined) continue
      yield `${mark}${JSON.stringify(name)}:`
      yield* composeJson(each)
      mark = ','
    }
    yield '}'
  } else yield JSON.stringify(value)
}
