import { expect, test } from 'vitest'
import { readActionId } from '@/lib/server/front/action-body.mjs'
import { everybody, findBodyLimits } from '@/lib/server/front/body-limits.mjs'
import { findFastGrowth } from '../../fixtures/growth'

const id = '60f0aad916eca39cc5bcdce609b9974b3b5655e00f'
const text = 'text/plain;charset=UTF-8'
const boundary = '-'.repeat(30) + 'X'
const form = `multipart/form-data; boundary=${boundary}`
const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fill = (piece: string, size: number) => piece.repeat(Math.floor(size / piece.length))

/** Bodies that an attacker might use to waste our time, each of about this many bytes. */
const bodies: Record<string, (size: number) => [string, string]> = {
  'many numbers': (size) => [text, `[${fill('1,', size)}1]`],
  'lists in lists': (size) => [text, fill('[', size / 2) + fill(']', size / 2)],
  'lists that never end': (size) => [text, fill('[', size)],
  'objects in objects': (size) => [text, fill('{"a":', size)],
  'many objects': (size) => [text, `[${fill('{},', size)}1]`],
  'many keys': (size) => [text, `[{${Array.from({ length: size / 12 }, (_, at) => `"k${at}":1`).join()}}]`],
  'huge numbers': (size) => [text, `[${fill('1e9999,', size)}1]`],
  'one number': (size) => [text, `[${fill('9', size)}]`],
  'one text': (size) => [text, `["${fill('a', size)}"]`],
  backslashes: (size) => [text, `["${fill('\\\\', size)}"]`],
  'quotation marks': (size) => [text, `["${fill('\\"', size)}"]`],
  'a text that never ends': (size) => [text, `["${fill('\\"', size)}`],
  spaces: (size) => [text, `${fill(' ', size)}[]`],
  'many fields': (size) => [
    form,
    `${Array.from({ length: size / 60 }, (_, at) => part(`a${at}`, '')).join('')}--${boundary}--\r\n`,
  ],
  'many boundaries': (size) => [form, `${fill(`--${boundary}\r\n`, size)}--${boundary}--\r\n`],
  'a long name': (size) => [form, `${part(fill('%22', size), '')}--${boundary}--\r\n`],
  'many headers': (size) => [form, `--${boundary}\r\n${fill('a: b\r\n', size)}\r\nv\r\n--${boundary}--\r\n`],
  'a long header': (size) => [
    form,
    `--${boundary}\r\nContent-Disposition: form-data; name="a"${fill('; a="b"', size)}\r\n\r\nv\r\n--${boundary}--\r\n`,
  ],
  'almost a boundary': (size) => [
    `multipart/form-data; boundary=${'-'.repeat(69)}X`,
    `--${'-'.repeat(69)}X\r\nContent-Disposition: form-data; name="a"\r\n\r\n${fill('\r\n-', size / 2)}${fill('-', size / 2)}`,
  ],
  'a long boundary': (size) => [`multipart/form-data; boundary=${fill('a', size)}`, part('a', '')],
  'nothing before a boundary': (size) => [form, fill('\r\n', size)],
}

/** The shortest of several times that a body takes, in ms: anything else the machine does only adds to it. */
function time([contentType, body]: [string, string]) {
  const bytes = Buffer.from(body)
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now()
    readActionId(id, contentType, bytes)
    return performance.now() - start
  })
  return Math.min(...times)
}

// 0.5 ms on a quiet machine; up to 21 ms before there was a scan.
test.each(Object.entries(bodies))('%s: the longest body anyone can send doesn’t hold others up', (_, compose) => {
  expect(time(compose(everybody.maxBytes - 200))).toBeLessThan(5)
})

test.each(Object.entries(bodies))('%s: for staff, the time grows no faster than the body', async (_, compose) => {
  const limits = await findBodyLimits('/staff/supporters/import', async () => true)
  expect(limits.maxBytes).toBe(6_000_000)
  const read = (body: string) => readActionId(id, compose(0)[0], Buffer.from(body), limits)
  expect(await findFastGrowth((size) => compose(size - 200)[1], limits.maxTextBytes, read)).toBeNull()
})
