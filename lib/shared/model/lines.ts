/**
 * Splits streamed text into lines, one batch per chunk. Lines end with LF or CRLF, except perhaps the last; empty lines
 * count. Each chunk is scanned once, however long a line is.
 */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let partial: string[] = [] // the chunks of an unfinished line
  for await (const chunk of chunks) {
    const lines = chunk.split('\n')
    const rest = lines.pop() ?? ''
    const [end, ...others] = lines
    if (end !== undefined) {
      yield [`${partial.join('')}${end}`, ...others].map(withoutReturn)
      partial = []
    }
    partial.push(rest)
  }
  const last = partial.join('')
  if (last !== '') yield [withoutReturn(last)]
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
