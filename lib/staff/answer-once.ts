import 'server-only'
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { claimPress, findPress, settlePress } from './data/presses'

const pollMs = 50
const maxWaitMs = 30_000

/** What a press can be answered. Only these two are final: what is refused may be corrected and sent again. */
type Answer = { outcome: string } | null
const final = ['ready', 'done']
// Not part of what is saved; and a page that is found again with Back shows the list as it is by then.
const aside = ['scripted', 'search', 'previewSlug', 'order']

// In this process, without asking the database; what another one is answering is polled for.
const running = new Map<string, Promise<unknown>>()

/**
 * Answers a form once: the same press again, by a double click or by Back, gets the first answer again, and nothing is
 * done twice. The same form with other contents is another press.
 * @param press `id` was drawn for the form as it was shown; `staffId` is whose it is; not trusted: `content`
 * @param run does it, and returns what to answer
 */
export async function answerOnce<Given extends Answer>(
  press: { id: string; staffId: string; content: FormData },
  now: Date,
  run: () => Promise<Given>,
): Promise<Given> {
  if (!/^[\w:-]{8,100}$/.test(press.id)) return run()
  const key = await composeKey(press)
  const current = running.get(key)
  // What is kept under a key is what `run` of the same form gave.
  if (current) {
    const answer = (await current) as Given
    return isFinal(answer) ? answer : run()
  }
  const own = answer(key, now, run)
  running.set(key, own)
  try {
    return await own
  } finally {
    running.delete(key)
  }
}

async function answer<Given extends Answer>(key: string, now: Date, run: () => Promise<Given>): Promise<Given> {
  if (!(await claimPress(key, now))) {
    const known = await waitFor(key)
    if (known !== null) return JSON.parse(known) as Given
    if (!(await claimPress(key, now))) return run()
  }
  try {
    const given = await run()
    await settlePress(key, isFinal(given) ? JSON.stringify(given) : null)
    return given
  } catch (error) {
    await settlePress(key, null)
    throw error
  }
}

/** Waits for another process; null when it gave no final answer, or died before it could. */
async function waitFor(key: string): Promise<string | null> {
  for (let waited = 0; waited < maxWaitMs; waited += pollMs) {
    const found = await findPress(key)
    if (found.state === 'answered') return found.answer
    if (found.state === 'none') return null
    await setTimeout(pollMs)
  }
  await settlePress(key, null)
  return null
}

function isFinal(answer: Answer): boolean {
  return answer !== null && final.includes(answer.outcome) && !('link' in answer) // a link that signs in is stored nowhere
}

async function composeKey({ id, staffId, content }: { id: string; staffId: string; content: FormData }) {
  const hash = createHash('sha256').update(JSON.stringify([staffId, id]))
  for (const [name, value] of content) {
    if (name.startsWith('$') || aside.includes(name)) continue
    hash.update(JSON.stringify([name, typeof value === 'string' ? value : value.name]))
    if (typeof value !== 'string') hash.update(new Uint8Array(await value.arrayBuffer()))
  }
  return hash.digest('hex')
}
