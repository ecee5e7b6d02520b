const perChunk = 100

/**
 * Serialises plain data to JSON in chunks of at most 100 array items each, so a long list needn’t be serialised in one
 * go.
 */
export function* composeJson(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield '['
    for (let at = 0; at < value.length; at += perChunk)
      yield `${at > 0 ? ',' : ''}${JSON.stringify(value.slice(at, at + perChunk)).slice(1, -1)}`
    yield ']'
  } else if (typeof value === 'object' && value !== null) {
    yield '{'
    let separator = ''
    for (const [name, each] of Object.entries(value)) {
      if (each === undefined) continue
      yield `${separator}${JSON.stringify(name)}:`
      yield* composeJson(each)
      separator = ','
    }
    yield '}'
  } else yield JSON.stringify(value)
}
