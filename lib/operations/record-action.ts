import 'server-only'
import { type ActionAnswer, createAction } from '../data/action-writer'
import type { ActionKind } from '../domain/action'
import type { Channel } from '../domain/channel'
import { toUkDay } from '../domain/day'
import { composeActionKey } from './visitor-key'

/**
 * Counts an action on the day it is now in the UK: once for a visitor, seat, channel, kind and day.
 * Resolves once it is in the database.
 * @param action `isPersonal` tells of an email whether it had the visitor's own words; `source` is the tag of the link that led here, at most 40 characters; `key` is the
 * visitor's, from `getVisitorKey`
 */
export function recordAction(action: {
  seatCode: string
  channel: Channel
  kind: ActionKind
  source: string | null
  isPersonal?: boolean | null
  key: string
  now: Date
}): Promise<ActionAnswer> {
  const { seatCode, channel, kind, source, isPersonal = null, key, now } = action
  const group = { seatCode, channel, kind, day: toUkDay(now) }
  return createAction({ ...group, source, isPersonal: channel === 'email' ? isPersonal : null, key: composeActionKey(key, group) })
}
