import 'server-only'
import { randomUUID } from 'node:crypto'
import { log } from '../shared/log'
import { repeat } from '../shared/repeat'
import { maxConnections, openPost, type Post } from '../staff/mail/post'
import { claimMail } from './data/mails'
import { claimLetter, renewLease } from './data/outbox'
import { getLetterServer, getLetterSettings } from './get-settings'
import { sendLetter, type SendWith } from './send-letter'
import { sendVisitorMail } from './send-mail'

const lookMs = 1_000
// A process that has died leaves what it had in hand for this long.
const leaseMs = 120_000
const renewMs = 30_000

/**
 * Sends what is due. `look` starts sending if anything is due, and doesn’t wait; `settle` resolves once nothing due is
 * left; `stop` finishes what is in hand, and sends nothing more.
 */
export type Outbox = { look: () => void; settle: () => Promise<void>; stop: () => Promise<void> }

/**
 * Opens an outbox: any number may work on one database. It claims one letter or email at a time for each of its
 * connections, under a lease that it renews while it sends.
 */
export function createOutbox(): Outbox {
  const leaseId = randomUUID()
  const lanes = new Set<Promise<void>>()
  let post: Post | null = null
  let isStopped = false
  const newLease = () => ({ id: leaseId, until: new Date(Date.now() + leaseMs) })
  const timer = setInterval(() => {
    if (lanes.size === 0) return
    renewLease(newLease()).catch((error: unknown) => log.warn({ err: error }, 'could not hold on to letters in hand'))
  }, renewMs)
  timer.unref()

  const look = () => {
    if (isStopped || lanes.size >= maxConnections) return
    const lane = drain()
      .catch((error: unknown) => log.error({ err: error }, 'could not send letters'))
      .finally(() => lanes.delete(lane))
    lanes.add(lane)
  }

  const drain = async (): Promise<void> => {
    while (await sendNext());
  }

  /** Sends one; false when nothing is due now. With each that is due, another lane looks whether there are more. */
  const sendNext = async (): Promise<boolean> => {
    const { mailServer, sender, hasKey } = getLetterServer()
    const { isPaused, redirectTo, ...pace } = await getLetterSettings()
    if (isStopped || isPaused || mailServer === '' || sender === '' || !hasKey) return false
    post ??= openPost()
    const how: SendWith = { post, leaseId, redirectTo }
    const claimed = await claimLetter(newLease(), pace, new Date())
    if (claimed.outcome === 'postponed') return true
    const mail = claimed.outcome === 'none' ? await claimMail(newLease(), new Date()) : null
    if (claimed.outcome === 'none' && !mail) return false
    look()
    if (claimed.outcome === 'claimed') await sendLetter(claimed.letter, how)
    if (mail) await sendVisitorMail(mail, how)
    return true
  }

  const settle = async () => {
    while (lanes.size > 0) await Promise.all(lanes)
  }

  return {
    look,
    settle,
    async stop() {
      isStopped = true
      await settle()
      clearInterval(timer)
      post?.close()
    },
  }
}

// On globalThis, because what starts it and what stops it are loaded apart.
const held: typeof globalThis & { stableFuturesOutbox?: Outbox } = globalThis

/** Starts sending letters, if the server is set to. Every process does; each letter is sent by one. */
export function startSendingLetters(): void {
  const { mailServer, sender, hasKey } = getLetterServer()
  if (mailServer === '' || sender === '' || !hasKey) return
  const outbox = createOutbox()
  held.stableFuturesOutbox = outbox
  repeat(lookMs, outbox.look, 'could not look for letters')
}

/** Finishes sending what is in hand. Call it when the server stops. */
export async function stopSendingLetters(): Promise<void> {
  await held.stableFuturesOutbox?.stop()
}
