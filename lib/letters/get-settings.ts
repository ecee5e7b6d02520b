import 'server-only'
import { cacheBriefly } from '../shared/cache'
import { env } from '../shared/env'
import { readWithFallback } from '../shared/fallback'
import { log } from '../shared/log'
import { getMailServer } from '../staff/mail/mailer'
import { readLetterSettings } from './data/settings'
import { hasLettersKey } from './keys'
import { canOffer, firstLetterSettings, type LetterServer } from './model/settings'

/** What the server itself is set to. */
export function getLetterServer(): LetterServer {
  return { mailServer: getMailServer(), sender: env.LETTERS_FROM, hasKey: hasLettersKey() }
}

/** The settings. Another process’s change shows within a second. */
export const getLetterSettings = cacheBriefly(readLetterSettings)

/** What a page says of sending: whether it is offered, and whether it is a rehearsal. */
export type Sending = { isOffered: boolean; isRehearsal: boolean }

/**
 * Whether visitors are offered “Send it for me” now. While the database is unavailable they aren’t: a letter couldn’t be
 * stored.
 */
export async function getSending(): Promise<Sending> {
  const server = getLetterServer()
  if (env.isBuilding || !server.hasKey || server.sender === '' || server.mailServer === '')
    return { isOffered: false, isRehearsal: false }
  const settings = await readWithFallback(getLetterSettings, () => ({
    ...firstLetterSettings,
    version: 0,
    testedAt: null,
  }))
  return { isOffered: canOffer(settings, server), isRehearsal: settings.redirectTo !== null }
}

/** The same, for the frame of every page, which is shown whatever fails: then it says nothing of letters. */
export async function isSendingOffered(): Promise<boolean> {
  try {
    return (await getSending()).isOffered
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'could not load whether letters are sent')
    return false
  }
}
