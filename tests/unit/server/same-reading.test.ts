// What the form guard lets through goes on to Next byte for byte, where busboy or Response.formData() reads it again.
// They must read what the guard has checked.
import fc from 'fast-check'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { everybody } from '@/lib/server/front/body-limits.mjs'
import { readMultipart } from '@/lib/server/front/multipart.mjs'

const boundary = '----WebKitFormBoundaryAbCdEfGh12345678'
type Busboy = NodeJS.WritableStream & { on(event: string, listener: (...args: never[]) => void): Busboy }
type CreateBusboy = (options: { defParamCharset: string; headers: Record<string, string> }) => Busboy
// Next has its own, without types.
const busboy: CreateBusboy = createRequire(import.meta.url)('next/dist/compiled/busboy')

type Entry = [name: string, value: string, filename: string | null]

function readOurs(contentType: string, body: Buffer): Entry[] | null {
  const fields = readMultipart(contentType, body, { ...everybody, takesFiles: true })
  return fields && [...fields].map(([name, { value, filename }]) => [name, decode(value, filename), filename])
}
/** The text of a field, or a file's bytes. Readers differ in whether they keep a byte order mark. */
const decode = (value: Buffer, filename: unknown) =>
  filename === null ? value.toString().replace(/^\uFEFF/, '') : value.toString('latin1')

async function readWithFetch(contentType: string, body: Buffer): Promise<Entry[]> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  return Promise.all(
    [...form].map(async ([name, value]): Promise<Entry> =>
      typeof value === 'string'
        ? [name, value, null]
        : [name, Buffer.from(await value.arrayBuffer()).toString('latin1'), value.name],
    ),
  )
}

/** Uses the options that Next uses. */
function readWithBusboy(contentType: string, body: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    const reader = busboy({ defParamCharset: 'utf8', headers: { 'content-type': contentType } })
    reader.on('field', (name: string, value: string) => entries.push([name, value.replace(/^\uFEFF/, ''), null]))
    reader.on('file', (name: string, stream: NodeJS.ReadableStream, { filename }: { filename: string }) => {
      const entry: Entry = [name, '', filename]
      entries.push(entry)
      stream.on('data', (chunk: Buffer) => (entry[1] += chunk.toString('latin1')))
    })
    reader.on('close', () => resolve(entries)).on('error', reject)
    reader.end(body)
  })
}

/** Drops file names, which may differ since nothing depends on them. */
const withoutFileNames = (entries: Entry[]) => entries.map(([name, value, file]) => [name, value, file !== null])

async function expectSameReading(contentType: string, body: Buffer) {
  const ours = readOurs(contentType, body)
  if (!ours) return false
  expect(withoutFileNames(await readWithFetch(contentType, body))).toEqual(withoutFileNames(ours))
  expect(withoutFileNames(await readWithBusboy(contentType, body))).toEqual(withoutFileNames(ours))
  return true
}

// Pieces of forms, including ones from which an attacker might build a form that readers disagree about.
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('0', '_1_postcode', '$ACTION_1:0', 'a', 'conditions.party') },
  fc.string({ unit: fc.constantFrom('a', '0', '\\', '%22', '%0A', '"', ';', '=', ' ', 'é', '\t', '*'), maxLength: 6 }),
)
const type = fc.constantFrom(
  '',
  '',
  '\r\nContent-Type: text/csv',
  '\r\nContent-Type: application/octet-stream',
  '\r\nContent-Type: text/plain; charset=utf-16le',
  '\r\nContent-Transfer-Encoding: base64',
  '; filename="b"',
  "; filename*=utf-8''b",
)
const fileName = fc.oneof(
  fc.constant(''),
  name.map((each) => `; filename="${each}"`),
)
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(fc.constantFrom('\r\n', '\r', '\n', '--', boundary, `--${boundary}`, `\n--${boundary}`, 'a', '\r\n\r\n'), {
      maxLength: 4,
    })
    .map((pieces) => Buffer.from(pieces.join(''))),
)
const start = fc.oneof(
  { weight: 4, arbitrary: fc.constant('Content-Disposition: form-data; name="') },
  fc.constantFrom(
    'content-disposition: form-data; name="',
    'Content-Disposition:form-data;name="',
    'Content-Disposition: Form-Data; Name="',
  ),
)
const part = fc
  .tuple(start, name, fileName, type, value)
  .map(([begin, each, file, kind, bytes]) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${begin}${each}"${file}${kind}\r\n\r\n`), bytes, Buffer.from('\r\n')]),
  )
const end = fc.constantFrom(`--${boundary}--\r\n`, `--${boundary}--`, `--${boundary}--\r\nmore`, `--${boundary}`, '')

test('whatever the guard lets through, Node and busboy read the same way', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 3 }), end, async (parts, last) => {
      const body = Buffer.concat([...parts, Buffer.from(last)])
      if (await expectSameReading(`multipart/form-data; boundary=${boundary}`, body)) accepted++
    }),
    { numRuns: 3_000 },
  )
  expect(accepted).toBeGreaterThan(100)
}, 120_000)
