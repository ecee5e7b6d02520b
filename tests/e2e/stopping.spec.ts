import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { root } from '../../lib/cli/setup.mjs'
import { makeInstall, serve } from './own-server'
import { expect, test } from './test'

const page = '/take-action/manchester-central'
const hidden = /<input type="hidden" name="(\$ACTION_[^"]+)"(?: value="([^"]*)")?\/>/g

async function startServer() {
  const install = await makeInstall()
  const child = await serve(install)
  const { url, settings } = install
  const get = (where: string) => fetch(url + where, { headers: { connection: 'close' } })
  return { child, url, get, db: new Database((settings.DATABASE_URL ?? '').replace('file:', '')) }
}

/** A page's form as a browser without JavaScript posts it. */
function composeForm(html: string, target: string): Response {
  const form = new FormData()
  for (const [, name = '', value = ''] of html.matchAll(hidden))
    form.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  for (const [name, value] of Object.entries({
    slug: 'manchester-central',
    target,
    post: 'p',
    subject: 's',
  }))
    form.append(name, value)
  return new Response(form)
}

test('a server that is shutting down still counts the hand-off of a visitor who has left', async () => {
  const { child, url, get, db } = await startServer()
  const html = await (await get(page)).text()
  const post = async (target: string) => {
    const encoded = composeForm(html, target)
    const body = Buffer.from(await encoded.arrayBuffer())
    const sent = request(url + page, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': encoded.headers.get('content-type') ?? '', 'content-length': body.length },
    })
    sent.end(body)
    return sent
  }
  const list = () => db.prepare('SELECT channel FROM "Action" ORDER BY id').pluck().all()
  const [first] = await once(await post('x'), 'response') // creates the day's salt
  first.resume()
  expect(list()).toEqual(['x'])

  db.exec('BEGIN IMMEDIATE') // blocks all other writes
  const left = await post('gmail')
  left.on('error', () => undefined)
  await once(left, 'finish')
  // Nothing shows that it is now waiting for the lock; after this many other responses it must be.
  for (let trip = 0; trip < 20; trip++) await (await get('/api/counts')).text()
  left.destroy()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await expect
    .poll(() =>
      get('/').then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed')
  child.kill('SIGTERM') // a second one changes nothing
  // Nothing shows that a process is still waiting; one that isn't has exited within this time.
  await Promise.race([ended, setTimeout(1_000)])
  db.exec('COMMIT')
  expect(await ended).toEqual([0, null])
  expect(list()).toEqual(['x', 'email'])
  expect(statSync(`${db.name}-wal`).size).toBe(0) // so a copy of the one file has both
  db.close()
})

test('when npm is killed, the server of npm start finishes its responses and frees the port', async () => {
  const { url, settings } = await makeInstall()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: 'ignore',
    detached: true,
  })
  const isOpen = () =>
    fetch(`${url}/api/health`, { headers: { connection: 'close' } }).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isOpen, { timeout: 60_000 }).toBe(true)
  npm.kill('SIGKILL')
  await expect.poll(isOpen, { timeout: 10_000 }).toBe(false)
})
