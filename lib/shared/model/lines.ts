/**
 * Splits text that arrives in pieces into lines, one batch a piece. A line ends with LF or CRLF;
 * the last may lack its end. An empty line is a line. Each piece is looked through once, however long a
 * line is.
 */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let begun: string[] = [] // the pieces of a line without its end
  for await (const piece of pieces) {
    const lines = piece.split('\n')
    const rest = lines.pop() ?? ''
    const [end, ...others] = lines
    if (end !== undefined) {
      yield [`${begun.join('')}${end}`, ...others].map(withoutReturn)
      begun = []
    }
    begun.push(rest)
  }
  const last = begun.join('')
  if (last !== '') yield [withoutReturn(last)]
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
