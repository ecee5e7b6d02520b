import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import Database from 'better-sqlite3'
import { test } from '@playwright/test'
import fc from 'fast-check'
import { type Sent, sendRaw } from './send-raw'

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** The site used by the fuzzing tests alone, so nothing else changes its counts. */
export const site = {
  log: () => readFileSync(`${process.env.E2E_FUZZ_FOLDER}.log`, 'utf8'),
  database: () => new Database(`${process.env.E2E_FUZZ_FOLDER}/site.db`, { timeout: 10_000 }),
  memoryMb: () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', process.env.E2E_FUZZ_PID ?? ''])) / 1024),
}

/** Sends a request to the site, over one of eight connections. */
export const send = (sent: Sent) => sendRaw(process.env.E2E_FUZZ ?? '', sent, agent)

/**
 * Generates the requested number of inputs and tries each, eight at a time. It runs in a step: for an expectation
 * outside one, Playwright searches through all previous ones.
 */
export async function tryAll<Input>(
  input: fc.Arbitrary<Input>,
  count: number,
  attempt: (input: Input) => Promise<void>,
): Promise<void> {
  const inputs = fc.sample(input, { numRuns: count, seed }).values()
  await test.step(`${count} inputs`, () =>
    Promise.all(
      Array.from({ length: 8 }, async () => {
        for (const each of inputs) await attempt(each)
      }),
    ))
}

/** Different in every run; set FUZZ_SEED to repeat a run. */
export const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

/** The hidden fields that React added to a page's form. */
export async function readForm(path: string): Promise<{ id: string; hidden: [string, string][] }> {
  const { body } = await send({ method: 'GET', path, headers: {} })
  const hidden = [...body.matchAll(/<input type="hidden" name="(\$ACTION_[^"]+)"(?: value="([^"]*)")?\/>/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&quot;', '"')],
  )
  const [, id = ''] = /"id":"([0-9a-f]+)"/.exec(hidden.map(([, value]) => value).join()) ?? []
  if (!id) throw new Error(`${path} has no form with an action`)
  return { id, hidden }
}

/** A form as a browser posts it: in React's format with JavaScript, or without. */
export function composePost(
  path: string,
  form: { id: string; hidden: [string, string][] },
  typed: Record<string, string>,
  state: unknown,
  isScripted: boolean,
): Sent {
  const fields: [string, string][] = isScripted
    ? [
        ...Object.entries(typed).map(([name, value]): [string, string] => [`_1_${name}`, value]),
        ['0', JSON.stringify([escapeDollars(state), '$K1'])],
      ]
    : [
        ...form.hidden.map(([name, value]): [string, string] => [
          name,
          name.endsWith(':1') ? JSON.stringify([escapeDollars(state)]) : value,
        ]),
        ...Object.entries(typed),
      ]
  const boundary = `----${randomUUID()}`
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const headers = {
    origin: process.env.E2E_FUZZ,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...(isScripted && { 'next-action': form.id }),
  }
  return { method: 'POST', path, headers, body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`) }
}

/** Escapes strings as React does. */
function escapeDollars(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'string' && each.startsWith('$') ? `$${each}` : each,
  )
}

/** The total in the count tables. All three must agree, or this throws. */
export function readCounts(): number {
  const database = site.database()
  const [actions, journal, total] = [
    'count(*) FROM "Action"',
    'coalesce(sum("count"), 0) FROM "Journal"',
    'coalesce(sum("count"), 0) FROM "Total"',
  ].map((what) => Number(database.prepare(`SELECT ${what}`).pluck().get()))
  database.close()
  if (actions === undefined || actions !== journal || journal !== total)
    throw new Error(`${actions} actions, ${journal} in the journal, ${total} in the totals`)
  return actions
}
