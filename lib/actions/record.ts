import 'server-only'
import { createAction } from './data/writer'
import type { ActionKind, Recorded } from './model/action'
import type { Channel } from './model/channel'
import { toUkDay, toUkHour } from '../shared/model/uk-time'
import { env } from '../shared/env'
import { unknownVisitor } from '../shared/visitor-address.mjs'
import { getDayKey } from '../shared/day-key'
import { toKnownSource } from './known-sources'
import { composeActionKey, composePrefixName } from './visitor-key'

/**
 * Counts an action on the day it is now in the UK: once for a visitor, seat, channel, kind and day. What a
 * connection does beyond its number for a day and seat is held for staff instead, and with it what confirms
 * it; what confirms a message that was not opened on that day is refused. Resolves once it is in the database.
 * @param action `isPersonal` tells of an email whether it had the visitor's own words; `source` is the tag of the link that led here, at most 40 characters; `key` is the
 * visitor's: that of their browser, or from `getVisitorKey`; `prefix` is that of their address, or `unknown`
 */
export async function recordAction(action: {
  seatCode: string
  channel: Channel
  kind: ActionKind
  source: string | null
  isPersonal?: boolean | null
  key: string
  prefix: string
  now: Date
}): Promise<Recorded> {
  const { seatCode, channel, kind, isPersonal = null, key, now } = action
  const group = { seatCode, channel, kind, day: toUkDay(now) }
  const [dayKey, source] = await Promise.all([getDayKey('prefix', now), toKnownSource(action.source)])
  const prefix = composePrefixName(action.prefix, seatCode, dayKey)
  const actionKey = composeActionKey(key, group)
  return createAction({
    ...group,
    source,
    isPersonal: channel === 'email' ? isPersonal : null,
    key: actionKey,
    openedKey: kind === 'opened' ? actionKey : composeActionKey(key, { ...group, kind: 'opened' }),
    prefix,
    cap: prefix === unknownVisitor ? env.ACTIONS_PER_UNKNOWN : env.ACTIONS_PER_PREFIX,
    hour: toUkHour(now),
  })
}
