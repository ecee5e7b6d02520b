import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressFiles } from '@/lib/cli/compress-files.mjs'
import { readStaticFiles } from '@/lib/server/front/static-files.mjs'
import { filesFolder } from '@/lib/shared/project.mjs'

const root = mkdtempSync(path.join(os.tmpdir(), 'static files '))
const script = 'const letters = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"\n'.repeat(50)
let port = 0
const server = createServer((req, res) => files.link(req, res, () => res.writeHead(404).end()))
let files: ReturnType<typeof readStaticFiles>

beforeAll(async () => {
  for (const folder of ['public/a b', '.next/static/chunks']) mkdirSync(path.join(root, folder), { recursive: true })
  writeFileSync(path.join(root, 'public/mark.svg'), '<svg/>')
  writeFileSync(path.join(root, 'public/icon.png'), Buffer.from([1, 2, 3]))
  writeFileSync(path.join(root, '.next/static/chunks/a.js'), script)
  compressFiles(root)
  compressFiles(root) // a second time, over the existing files
  files = readStaticFiles(path.join(root, filesFolder))
  await once(server.listen(0), 'listening')
  const address = server.address()
  port = typeof address === 'object' ? (address?.port ?? 0) : 0
})
afterAll(() => {
  server.close()
  rmSync(root, { recursive: true })
})

async function send(method: string, url: string, headers: Record<string, string> = {}) {
  const [answer] = await once(request({ port, method, path: url, headers }).end(), 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { status: Number(answer.statusCode), headers: answer.headers, bytes: Buffer.concat(chunks) }
}

test('a file is sent as the build compressed it, and browsers cache it for ever', async () => {
  const file = path.join(root, filesFolder, '_next/static/chunks/a.js')
  for (const [encoding, ending, decode] of [
    ['br', '.br', brotliDecompressSync],
    ['gzip', '.gz', gunzipSync],
  ] as const) {
    const { headers, bytes } = await send('GET', '/_next/static/chunks/a.js?v=1', { 'accept-encoding': encoding })
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    expect(bytes).toEqual(readFileSync(file + ending))
    expect(decode(bytes).toString()).toBe(script)
  }
  expect((await send('GET', '/_next/static/chunks/a.js')).bytes.toString()).toBe(script)
})

test('HEAD sends the same headers as GET; ranges are ignored; a known file isn’t sent again', async () => {
  for (const url of ['/_next/static/chunks/a.js', '/mark.svg', '/icon.png']) {
    const whole = await send('GET', url, { 'accept-encoding': 'br' })
    const head = await send('HEAD', url, { 'accept-encoding': 'br' })
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
    expect(head.bytes).toHaveLength(0)
    const part = await send('GET', url, { 'accept-encoding': 'br', range: 'bytes=0-0,2-2' })
    expect([part.status, part.headers['accept-ranges'], part.bytes]).toEqual([200, 'none', whole.bytes])
    const known = await send('GET', url, { 'if-none-match': String(whole.headers.etag) })
    expect([known.status, known.bytes.length]).toEqual([304, 0])
  }
})

test('only the files are served, and nothing outside the folder can be reached', async () => {
  expect(files.paths.toSorted()).toEqual(['/_next/static/chunks/a.js', '/icon.png', '/mark.svg'])
  for (const url of [
    '/_next/static/chunks/a.js.br',
    '/../BUILD_ID',
    '/_next/static/../../mark.svg',
    '/constructor',
    '/mark.svg/',
  ])
    expect((await send('GET', url)).status, url).toBe(404)
  for (const method of ['POST', 'OPTIONS']) expect((await send(method, '/mark.svg')).status).toBe(405)
})
