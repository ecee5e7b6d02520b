import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { manchester } from './places'
import { expect, test } from './test'

const base = () => process.env.E2E_MAIN ?? ''

/** Sends exactly these bytes of an address, which fetch would mend first. */
function send(method: string, path: string, headers: Record<string, string | number> = {}, body = '') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const request = httpRequest(base(), { method, path, headers: { 'content-length': Buffer.byteLength(body), ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }))
    })
    request.on('error', reject).end(body)
  })
}

function expectSecurityHeaders(headers: Record<string, unknown>) {
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
  })
  expect(headers).not.toHaveProperty('x-powered-by')
}

const missing = ['/nothing', '/take-action/no-such-seat', '/find/atlantis', '/take-action/%', '/take-action/%ff', '/find/%ed%a0%80',
  '/take-action/%00', '/take-action/..%2f..%2fetc', `/take-action/${'a'.repeat(8_000)}`, '/take-action/ashford/more']

for (const path of missing) {
  test(`${path.slice(0, 40)} is a whole page that says so`, async () => {
    const answer = await send('GET', path)
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('We cannot find that page')
    expectSecurityHeaders(answer.headers)
  })
}

test('every kind of answer has the headers', async () => {
  for (const path of ['/', '/take-action/', `/take-action/${manchester.slug}`, '/api/health', '/mark.svg', '/icon.svg']) {
    expectSecurityHeaders((await send('GET', path)).headers)
  }
})

test('requests that nobody means are refused with a reason, by size, method and origin', async () => {
  const cases = [
    [await send('POST', '/take-action', {}, 'x'.repeat(150_000)), 413],
    [await send('DELETE', '/take-action'), 405],
    [await send('TRACE', '/api/health'), 405],
    [await send('POST', '/take-action', { origin: 'https://evil.example' }, 'postcode=M1'), 403],
    [await send('POST', '/take-action', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, 'postcode=M1'), 403],
    [await send('POST', '/take-action', { origin: 'null' }, 'postcode=M1'), 403],
    [await send('POST', '/take-action', { origin: 'not an address' }, 'postcode=M1'), 403],
  ] as const
  for (const [answer, status] of cases) {
    expect(answer.status).toBe(status)
    expect(answer.body).toContain('Sorry, that did not work')
    expectSecurityHeaders(answer.headers)
  }
})

test('what a broken request holds does not reach the log', async ({ page }) => {
  const posted = page.waitForRequest((request) => request.method() === 'POST')
  await page.goto('/take-action')
  await page.getByRole('button', { name: 'Find my MP' }).click()
  const action = (await (await posted).allHeaders())['next-action'] ?? ''
  expect(action).toMatch(/^[0-9a-f]+$/)
  for (const body of ['EH99 9ZZ Markersson', '["$T","Markersson"]', '["$F1"]', '{"Markersson":', '']) {
    const answer = await send('POST', '/take-action', { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' }, body)
    expect(answer.body).not.toContain('Markersson')
  }
  await send('POST', '/take-action', { 'next-action': 'Markersson', 'content-type': 'text/plain' }, '[]')
  const log = readFileSync(`${process.env.E2E_MAIN_FOLDER}.log`, 'utf8')
  expect(log).toContain('"framework"') // Next did complain
  expect(log).not.toMatch(/Markersson|EH99/)
})
