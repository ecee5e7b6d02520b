import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readLines } from '../shared/model/lines'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { formatLookupRow, lookupHeader } from '../postcodes/index/lookup-row'

// Postcodes from standard input, one a line, to CSV on standard output, a row for every line: a
// blank line is an invalid postcode, so that line n is always row n + 1.

async function* toRows(lines: AsyncIterable<string[]>): AsyncGenerator<string> {
  const index = loadPostcodeIndex()
  yield `${lookupHeader}\n`
  for await (const batch of lines) yield batch.map((line) => `${formatLookupRow(index, line)}\n`).join('')
}

function isClosedPipe(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
  )
}

try {
  await pipeline(Readable.from(toRows(readLines(process.stdin.setEncoding('utf8')))), process.stdout)
} catch (error) {
  // The reader, such as head, has seen enough.
  if (isClosedPipe(error)) process.exit(0)
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
