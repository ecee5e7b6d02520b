import type { Channel } from './channel'

/** Opened: the site handed a message over. Confirmed: the visitor says that they sent it. */
export const kinds = ['opened', 'confirmed'] as const

export type ActionKind = (typeof kinds)[number]

/** What an action is counted under; `day` is YYYY-MM-DD in UK time. */
export type ActionGroup = { seatCode: string; channel: Channel; kind: ActionKind; day: string }

/**
 * One thing that a visitor did. Two actions with the same key are the same action. `isPersonal` tells of
 * an email whether the visitor had put in words of their own; null where that is unknown.
 */
export type Action = ActionGroup & { key: string; source: string | null; isPersonal: boolean | null }

/** An action as it is reported, before it is decided whether it counts. */
export type ReportedAction = Action & {
  /** The key of the opened action that a confirmed one follows. */
  openedKey: string
  /** Which connection it came from, scrambled; another text for each day and constituency. */
  prefix: string
  /** How many messages of that connection count for one constituency and day. */
  cap: number
  /** The hour of the day in UK time, 0 to 23. */
  hour: number
}

/**
 * What became of a reported action. `counted`: it is in the counts. `held`: it is kept apart for staff, because
 * too many came from one connection. `not-opened`: it confirms a message that was not opened on that day, and
 * is not kept. `isNew` is false when it had been recorded before.
 */
export type Recorded = { outcome: 'counted' | 'held' | 'not-opened'; isNew: boolean }

/** Whose words an email had: the visitor's own among them, or ours alone; '' where that is unknown. */
export type Wording = 'own' | 'ours' | ''

/** What an action is counted under for its source, which is '' without a tag. */
export type SourceGroup = Omit<ActionGroup, 'seatCode'> & { source: string; wording: Wording }

/**
 * The actions to write, one a key, in the order of their keys: writers that take their rows in the
 * same order wait for each other instead of blocking each other for ever.
 */
export function sortActions<Sorted extends Action>(actions: Sorted[]): Sorted[] {
  const byKey = new Map<string, Sorted>()
  for (const action of actions) if (!byKey.has(action.key)) byKey.set(action.key, action)
  return [...byKey.values()].sort((a, b) => compare(a.key, b.key))
}

/** How many actions there are of each seat, channel, kind and day, in that order. */
export function tallyByDay(actions: ActionGroup[]): (ActionGroup & { count: number })[] {
  return tally(actions.map(({ seatCode, channel, kind, day }) => ({ seatCode, channel, kind, day })))
}

/** How many actions there are of each seat, channel and kind, in that order. */
export function tallyBySeat(actions: ActionGroup[]): (Omit<ActionGroup, 'day'> & { count: number })[] {
  return tally(actions.map(({ seatCode, channel, kind }) => ({ seatCode, channel, kind })))
}

/** How many actions there are of each source, kind, channel, day and wording, in that order. */
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

// Not by language: every process must come to the same order.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
