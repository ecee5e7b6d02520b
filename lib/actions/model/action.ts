import type { Channel } from './channel'

/** Opened: the site handed a message over. Confirmed: the visitor says they sent it. */
export const kinds = ['opened', 'confirmed'] as const

export type ActionKind = (typeof kinds)[number]

/** What an action is counted by; `day` is YYYY-MM-DD in UK time. */
export type ActionGroup = { seatCode: string; channel: Channel; kind: ActionKind; day: string }

/**
 * Something a visitor did. Two actions with the same key are the same action. `isPersonal`: whether an email included
 * the visitor's own words; `ruleId`: the message that the page offered; null when unknown.
 */
export type Action = ActionGroup & {
  key: string
  source: string | null
  isPersonal: boolean | null
  ruleId: number | null
}

/** A reported action, before we know whether it counts. */
export type ReportedAction = Action & {
  /** The key of the opened action that this one confirms. */
  openedKey: string
  /** A keyed hash of the connection, different for each day and constituency. */
  prefix: string
  /** How many messages from this connection count per constituency and day. */
  cap: number
  /** The hour in UK time, 0 to 23. */
  hour: number
}

/**
 * The outcome of a reported action. `counted`: it is in the counts. `held`: it is waiting for staff, because its
 * connection has sent too many. `not-opened`: it confirms a message that wasn't opened that day, and is dropped.
 * `isNew` is false when it had already been recorded.
 */
export type Recorded = { outcome: 'counted' | 'held' | 'not-opened'; isNew: boolean }

/** Whether an email included the visitor's own words or only ours; '' when unknown. */
export type Wording = 'own' | 'ours' | ''

/** What an action is counted by for its source, which is '' without a tag. */
export type SourceGroup = Omit<ActionGroup, 'seatCode'> & { source: string; wording: Wording }

/**
 * The actions to write, one per key, sorted by key. Writers that lock rows in the same order queue up instead of
 * deadlocking.
 */
export function sortActions<Sorted extends Action>(actions: Sorted[]): Sorted[] {
  const byKey = new Map<string, Sorted>()
  for (const action of actions) if (!byKey.has(action.key)) byKey.set(action.key, action)
  return [...byKey.values()].sort((a, b) => compare(a.key, b.key))
}

/** The number of actions per seat, channel, kind and day, sorted in that order. */
export function tallyByDay(actions: ActionGroup[]): (ActionGroup & { count: number })[] {
  return tally(actions.map(({ seatCode, channel, kind, day }) => ({ seatCode, channel, kind, day })))
}

/** The number of actions per seat, channel and kind, sorted in that order. */
export function tallyBySeat(actions: ActionGroup[]): (Omit<ActionGroup, 'day'> & { count: number })[] {
  return tally(actions.map(({ seatCode, channel, kind }) => ({ seatCode, channel, kind })))
}

/** The number of actions per source, kind, channel, day and wording, sorted in that order. */
export function tallyBySource(actions: Action[]): (SourceGroup & { count: number })[] {
  return tally(
    actions.map(({ source, kind, channel, day, isPersonal }): SourceGroup => ({
      source: source ?? '',
      kind,
      channel,
      day,
      wording: toWording(isPersonal),
    })),
  )
}

/** What an action is counted by for its message. */
export type MessageGroup = Omit<ActionGroup, 'seatCode'> & { ruleId: number }

/** The number of actions per day, message, kind and channel, sorted in that order; those without a message left out. */
export function tallyByMessage(actions: Action[]): (MessageGroup & { count: number })[] {
  return tally(
    actions.flatMap(({ day, ruleId, kind, channel }) => (ruleId === null ? [] : [{ day, ruleId, kind, channel }])),
  )
}

function toWording(isPersonal: boolean | null): Wording {
  return isPersonal === null ? '' : isPersonal ? 'own' : 'ours'
}

function tally<Group extends object>(groups: Group[]): (Group & { count: number })[] {
  const found = new Map<string, Group & { count: number }>()
  for (const group of groups) {
    const name = JSON.stringify(Object.values(group))
    const counted = found.get(name)
    if (counted) counted.count++
    else found.set(name, { ...group, count: 1 })
  }
  return [...found].sort(([a], [b]) => compare(a, b)).map(([, counted]) => counted)
}

// Not locale-aware: every process must arrive at the same order.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
