import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readLines } from '../shared/model/lines'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { formatLookupRow, lookupHeader } from '../postcodes/index/lookup-row'

// Reads postcodes from standard input, one per line, and writes CSV to standard output. Every line gets a row, and a
// blank line counts as an invalid postcode, so line n is always row n + 1.

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
  // The reader, such as head, closed the pipe.
  if (isClosedPipe(error)) process.exit(0)
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
