import 'server-only'
import { createAction } from './data/writer'
import type { ActionKind, Recorded } from './model/action'
import type { Channel } from './model/channel'
import { toUkDay, toUkHour } from '../shared/model/uk-time'
import { env } from '../shared/env'
import { unknownVisitor } from '../shared/visitor-address.mjs'
import { getDayKey } from '../shared/day-key'
import { toKnownRule } from '../messages/known-rules'
import { toKnownSource } from './known-sources'
import { composeActionKey, composePrefixName } from './visitor-key'

/**
 * Counts an action today (UK time): once per visitor, seat, channel, kind and day. Messages over a connection's cap
 * for a seat and day are held for staff, as are their confirmations; confirmations of messages not opened that day are
 * refused. Resolves once it is in the database.
 * @param action `isPersonal`: whether an email includes the visitor's own words; `source`: the tag of the link they
 * followed, at most 40 characters; `rule`: the message that the page offered, as the page says; `key`: the browser's own key, or one from `getVisitorKey`; `prefix`: the prefix of
 * their address, or `unknown`
 */
export async function recordAction(action: {
  seatCode: string
  channel: Channel
  kind: ActionKind
  source: string | null
  isPersonal?: boolean | null
  rule?: number | null
  key: string
  prefix: string
  now: Date
}): Promise<Recorded> {
  const { seatCode, channel, kind, isPersonal = null, rule = null, key, now } = action
  const group = { seatCode, channel, kind, day: toUkDay(now) }
  const [dayKey, source, ruleId] = await Promise.all([
    getDayKey('prefix', now),
    toKnownSource(action.source),
    toKnownRule(rule),
  ])
  const prefix = composePrefixName(action.prefix, seatCode, dayKey)
  const actionKey = composeActionKey(key, group)
  return createAction({
    ...group,
    source,
    ruleId,
    isPersonal: channel === 'email' ? isPersonal : null,
    key: actionKey,
    openedKey: kind === 'opened' ? actionKey : composeActionKey(key, { ...group, kind: 'opened' }),
    prefix,
    cap: prefix === unknownVisitor ? env.ACTIONS_PER_UNKNOWN : env.ACTIONS_PER_PREFIX,
    hour: toUkHour(now),
  })
}
