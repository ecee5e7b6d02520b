import Database from 'better-sqlite3'
import { type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { openSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { startPostOffice } from '../fixtures/mail-server'
import { type Install, makeInstall, serve } from './own-server'
import { manchester } from './places'
import { expect, expectAccessible, expectReflow, test } from './test'

// One site that sends letters, to a mail server in this process.
let office: Awaited<ReturnType<typeof startPostOffice>>
let install: Install
let server: ChildProcess
let folder: string
const headers: string[] = []
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  office = await startPostOffice()
  install = await makeInstall()
  const sender = 'letters@stablefutures.example'
  const key = `test:${randomBytes(32).toString('base64')}`
  Object.assign(install.settings, {
    SMTP_URL: office.url,
    LETTERS_FROM: sender,
    LETTERS_KEY: key,
    SITE_URL: install.url,
    LOG_LEVEL: 'trace',
  })
  folder = path.dirname(install.settings.DATABASE_URL?.slice('file:'.length) ?? '')
  server = await serve(install, undefined, openSync(path.join(folder, 'log'), 'w'))
  change(
    `INSERT INTO "LetterSettings" ("id", "version", "isOn", "isPaused", "perMpPerHour", "perHour", "testedWith", "updatedBy", "updatedAt") VALUES (1, 1, 1, 0, 0, 0, '127.0.0.1:${office.port} ${sender}', '', '2026-11-26T00:00:00.000+00:00')`,
    `UPDATE "Member" SET "email" = 'mp' || "id" || '@mp.example'`,
  )
})
test.afterAll(async () => {
  server.kill()
  await office.stop()
})

/** Changes the site's database, as time or staff would. */
function change(...statements: string[]) {
  const db = new Database(install.settings.DATABASE_URL?.slice('file:'.length) ?? '', { timeout: 10_000 })
  for (const statement of statements) db.exec(statement)
  db.close()
}

/** Waits for an email with a link, and returns the link. */
async function readLink(email: string, subject: RegExp): Promise<string> {
  const find = () => office.to(email).find((mail) => subject.test(mail.subject ?? ''))
  await expect.poll(() => find() !== undefined).toBe(true)
  return /http:\S+\?token=\S+/.exec(find()?.text ?? '')?.[0] ?? ''
}

const lettersWith = (text: string) =>
  office.arrived.filter((mail) => mail.from?.text.includes('via Stable Futures') && mail.text?.includes(text))

/** Notes every address and header that the browser sees. */
function listen(page: Page) {
  page.on('response', async (response) => {
    headers.push(response.url(), JSON.stringify(await response.allHeaders().catch(() => ({}))))
  })
}

async function write(page: Page, email: string, why: string, postcode: string) {
  await page.goto(`${install.url}/take-action/${manchester.slug}`)
  await page.getByLabel('Your name').fill('Jo Marker')
  await page.getByLabel('Your address').fill('Moss Side')
  await page.getByLabel('Your postcode').fill(postcode)
  await page.getByLabel('Why does this matter to you?').fill(why)
  await page.getByLabel('Your email address').fill(email)
  await page.getByLabel('Ask me once').check()
  await page.getByRole('button', { name: 'Send it for me' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const name = javaScriptEnabled ? 'scripted' : 'plain'

    test('a letter is sent by the site, confirmed once, followed up and chased', async ({ page, request }) => {
      const email = `${name}@visitor.example`
      const why = `I teach ${name} children`
      listen(page)
      await write(page, email, why, 'EH8 8DX')
      const wrong = page.locator('[data-outcome=wrong-constituency]')
      await expect(wrong).toContainText('That postcode is in Edinburgh East and Musselburgh: write to Chris Murray')
      await expect(page.getByLabel('Your email address')).toHaveValue(email)
      await expect(page.getByLabel('Why does this matter to you?')).toHaveValue(why)
      await page.getByLabel('Your postcode').fill(manchester.postcode)
      await page.getByRole('button', { name: 'Send it for me' }).click()
      await expect(page.locator('[data-outcome=asked]')).toContainText(email)

      const link = await readLink(email, /^Confirm your letter/)
      for (let scan = 0; scan < 3; scan++) expect((await request.get(link)).ok()).toBe(true)
      await page.goto(link)
      await expect(page.getByRole('textbox', { name: 'Your letter' })).toHaveValue(new RegExp(`${why}\\.`))
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Your letter to')
      if (javaScriptEnabled) {
        await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 640 })
        await expectReflow(page)
      }
      expect(lettersWith(why)).toEqual([])
      await page.getByRole('button', { name: 'Confirm and send' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/on its way|has reached/)
      await expect.poll(() => lettersWith(why).length).toBe(1)
      await expect(async () => {
        await page.goto(link)
        await expect(page.getByRole('heading', { level: 1 })).toContainText('has reached', { timeout: 1_000 })
      }).toPass()
      await expect(page.getByRole('button', { name: 'Confirm and send' })).toHaveCount(0)
      const calendar = await request.get(
        new URL((await page.getByRole('link', { name: 'Add a reminder' }).getAttribute('href')) ?? '', link).href,
      )
      expect(await calendar.text()).toContain('BEGIN:VCALENDAR')
      await readLink(email, /has arrived$/).catch(() => undefined)

      // Two weeks later.
      change(
        `UPDATE "LetterMail" SET "nextTryAt" = '2026-11-01T00:00:00.000+00:00' WHERE "kind" = 'followUp'`,
        `DELETE FROM "MailboxKey"`,
      )
      const question = await readLink(email, /^Did .* reply to you/)
      await page.goto(question)
      await expect(page.locator('[data-outcome=answered]')).toHaveCount(0)
      await page.getByRole('button', { name: 'Yes, and it was helpful' }).click()
      await expect(page.locator('[data-outcome=answered]')).toContainText('helpful')
      await page.getByRole('button', { name: 'Not yet' }).click()
      await expect(page.locator('[data-outcome=answered]')).toContainText('Not yet')
      if (javaScriptEnabled) await expectAccessible(page)
      const chaser = `${name}-again@visitor.example`
      await page.getByLabel('Your name').fill('Jo Marker')
      await page.getByLabel('Your postcode').fill(manchester.postcode)
      await page.getByLabel('Your address, or just your area').fill('Moss Side')
      await page.getByLabel('Your email address').fill(chaser)
      await page.getByRole('button', { name: 'Send it for me' }).click()
      await expect(page.locator('[data-outcome=asked]')).toContainText(chaser)
      await page.goto(await readLink(chaser, /^Confirm your letter/))
      await page.getByRole('button', { name: 'Confirm and send' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/on its way|has reached/)
      await expect
        .poll(() =>
          office.arrived.some(
            ({ replyTo, text }) => replyTo?.text.includes(chaser) && text?.includes('I wrote to you on'),
          ),
        )
        .toBe(true)
    })

    test('a letter is cancelled and erased, and its link and a broken one lead nowhere', async ({ page }) => {
      const email = `${name}-cancel@visitor.example`
      const why = `I cancel ${name} letters`
      await write(page, email, why, manchester.postcode)
      const link = await readLink(email, /^Confirm your letter/)
      await page.goto(link)
      await page.getByRole('button', { name: 'Cancel and erase it' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cancelled and erased')
      for (const gone of [link, link.slice(0, -3), `${install.url}/letters/confirm`]) {
        await page.goto(gone)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link doesn’t work any more')
      }
      expect(lettersWith(why)).toEqual([])
    })
  })
}

test('what visitors typed is in no file, log, address or header, and their letters are encrypted', async () => {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map(({ name }) => readFileSync(path.join(folder, name), 'latin1'))
  const left = [...texts, ...headers].join('\n')
  expect(left).toContain('ready') // the log was read
  expect(left).toContain('1.test.') // so was the database, which has sealed letters
  const typed = ['Jo Marker', 'M1 1AE', 'M11AE', 'EH8 8DX', 'visitor.example', 'I teach scripted', 'I teach plain']
  for (const trace of typed) expect(left.toUpperCase().includes(trace.toUpperCase()), trace).toBe(false)
})
