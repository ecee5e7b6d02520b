import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Change } from '../audit/model/actor'
import { getOrganisation } from '../campaign/get'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { openPost } from '../staff/mail/post'
import { writeLetterSettings } from './data/settings'
import { getLetterServer } from './get-settings'
import { invalidateCaches } from '../shared/cache'
import { judgeFailure, type SendReason } from './model/retry'
import { nameTested } from './model/settings'
import { composeLetterToMp, composeMessageId } from './model/to-mp'

export type TestLetterAnswer = { outcome: 'sent' } | { outcome: 'not-set' } | { outcome: 'failed'; reason: SendReason }

/**
 * Sends an admin a letter as an MP would get it, from the sender of letters, and records that this mail server took it.
 * @param to the admin’s own address
 */
export async function sendTestLetter(to: string, name: string, change: Change): Promise<TestLetterAnswer> {
  const server = getLetterServer()
  if (server.mailServer === '' || server.sender === '' || !server.hasKey) return { outcome: 'not-set' }
  const letter = {
    name,
    address: 'Your own desk',
    postcode: '',
    subject: 'A test letter',
    body: `Dear ${name},\n\nThis is how a letter from a visitor arrives. Check that it isn’t in your spam folder, that its sender is right, and that a reply goes to your own address.`,
  }
  const { fromName, ...composed } = composeLetterToMp(letter, env.SITE_URL, (await getOrganisation()).name)
  const post = openPost()
  const answer = await post.send({
    ...composed,
    from: { name: fromName, address: server.sender },
    replyTo: { name, address: to },
    to,
    messageId: composeMessageId(randomBytes(16).toString('hex'), 'test', server.sender),
  })
  post.close()
  if (answer.outcome === 'failed') {
    const judged = judgeFailure(answer.failure)
    const reason = judged.outcome === 'accepted' ? 'rejected' : judged.reason
    log.error({ reason }, 'could not send a test letter')
    return { outcome: 'failed', reason }
  }
  await writeLetterSettings({ testedWith: nameTested(server), testedAt: change.now }, null, change)
  invalidateCaches()
  return { outcome: 'sent' }
}
