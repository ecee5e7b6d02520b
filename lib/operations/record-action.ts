import 'server-only'
import { type ActionAnswer, createAction } from '../data/action-writer'
import type { ActionKind } from '../domain/action'
import type { Channel } from '../domain/channel'
import { toUkDay } from '../domain/day'
import { composeActionKey } from './visitor-key'

/**
 * Counts an action on the day it is now in the UK: once for a visitor, seat, channel, kind and day.
 * Resolves once it is in the database.
 * @param action `source` is the tag of the link that led here, at most 40 characters; `key` is the
 * visitor's, from `getVisitorKey`
 */
export function recordAction(action: {
  seatCode: string
  channel: Channel
  kind: ActionKind
  source: string | null
  key: string
  now: Date
}): Promise<ActionAnswer> {
  const { seatCode, channel, kind, source, key, now } = action
  const group = { seatCode, channel, kind, day: toUkDay(now) }
  return createAction({ ...group, source, key: composeActionKey(key, group) })
}
