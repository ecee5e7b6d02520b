import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { simpleParser } from 'mailparser'
import { expect, expectAccessible, expectContrast, expectReflow } from './test'

const folder = () => process.env.E2E_STAFF_FOLDER ?? ''
export const base = () => process.env.E2E_STAFF ?? ''

/** Invites someone as the command does, and returns the link it prints. */
export async function invite(email: string, role: string): Promise<string> {
  const answer = await fetch(`${process.env.E2E_INVITER}/?${new URLSearchParams({ email, role })}`, { method: 'POST' })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

/** The link in someone's latest email, and how many emails they have. */
export async function readMail(email: string): Promise<{ link: string; count: number }> {
  const outbox = `${folder()}/outbox`
  const mails = await Promise.all(
    readdirSync(outbox)
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .map((name) => simpleParser(readFileSync(`${outbox}/${name}`))),
  )
  const own = mails.filter(({ to }) => JSON.stringify(to).includes(email))
  return { link: /http\S+token=\w+/.exec(own.at(-1)?.text ?? '')?.[0] ?? '', count: own.length }
}

/** Changes rows in the site's database, to simulate time passing. */
export function run(sql: string, ...values: (string | number)[]): void {
  const database = new Database(`${folder()}/site.db`, { timeout: 10_000 })
  database.prepare(sql).run(...values)
  database.close()
}

export const siteLog = () => readFileSync(`${folder()}.log`, 'utf8')

/** The first column of a query's rows from the site's database. */
export function readSite(sql: string, ...values: (string | number)[]): unknown[] {
  const database = new Database(`${folder()}/site.db`, { readonly: true, timeout: 10_000 })
  const found = database
    .prepare(sql)
    .pluck()
    .all(...values)
  database.close()
  return found
}

/** At any width and in both colour schemes: axe finds nothing, and nothing is wider than the screen. */
export async function expectDecent(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 640 })
  await expectReflow(page)
  if (size) await page.setViewportSize(size)
}

/** Signs in with a link. */
export async function signIn(page: Page, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: /^Hello, / })).toBeVisible()
}

/** Invites someone and signs them in. */
export async function signInAs(page: Page, name: string, role: string) {
  await signIn(page, await invite(`${name}@example.org`, role))
}
