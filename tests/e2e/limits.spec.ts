import { expect, test } from './test'

test.use({ site: 'OFFLINE', javaScriptEnabled: false })

/** Posts a page's form as a browser without JavaScript does, from an address given by our proxy. */
async function post(baseURL: string, path: string, fields: Record<string, string>, address: string) {
  const html = await (await fetch(baseURL + path)).text()
  const form = new FormData()
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?\/>/g,
  )) {
    form.append(name, value.replaceAll('&quot;', '"'))
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return fetch(baseURL + path, { method: 'POST', body: form, headers: { 'x-real-ip': address }, redirect: 'manual' })
}

/**
 * Sends requests until one is rate limited: after as many as a minute allows, or a few more if the next minute has
 * begun.
 */
async function sendUntil(
  isStopped: (answer: { status: number; text: string }) => boolean,
  send: () => Promise<Response>,
  perMinute: number,
) {
  for (let sent = 0; sent <= 2 * perMinute; sent++) {
    const response = await send()
    const answer = { status: response.status, text: await response.text() }
    if (!isStopped(answer)) continue
    expect(sent).toBeGreaterThanOrEqual(perMinute)
    return answer
  }
  throw new Error('no request was rate limited')
}

test('many lookups from one address are rate limited, and another address isn’t', async ({ baseURL }) => {
  const look = (address: string) => post(baseURL ?? '', '/take-action', { postcode: 'M1 1AE' }, address)
  const stopped = await sendUntil(
    ({ status }) => status === 200,
    () => look('192.0.2.1'),
    120,
  )
  expect(stopped.text).toContain('Too many searches from your connection')
  expect((await look('192.0.2.2')).status).toBe(303)
  // A forged header in front of our proxy's own doesn't help.
  expect((await look('203.0.113.9, 192.0.2.1')).status).toBe(200)
})

test('many hand-offs from one address are rate limited, and nothing typed is lost', async ({ baseURL }) => {
  const fields = { slug: 'ashford', target: 'x', post: 'My own post', subject: 's' }
  const send = () => post(baseURL ?? '', '/take-action/ashford', fields, '192.0.2.3')
  const stopped = await sendUntil(({ text }) => !text.includes('Your post is ready'), send, 60)
  expect(stopped.text).toContain('A lot of messages were opened from your internet connection')
  expect(stopped.text).toContain('My own post')
})
