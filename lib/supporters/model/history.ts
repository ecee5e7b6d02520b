import { diffFields } from '../../audit/model/entry'
import { formatMoment } from '../../shared/model/uk-time'
import { type SupporterDraft, supporterWords } from './draft'

/**
 * What others saved while someone was typing: a description of each change, and the form's new starting values.
 */
export type SavedMeanwhile = {
  changes: string[]
  theirs: SupporterDraft
  version: number
  seen: number
}

type Entry = {
  at: Date
  actor: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const actions: Record<string, string> = {
  'supporter.created': 'added this supporter',
  'supporter.published': 'put it on the wall',
  'supporter.hidden': 'hid it',
  'supporter.drafted': 'made it a draft',
  'supporter.archived': 'archived it',
  'supporter.brought-back': 'brought it back',
  'supporter.moved': 'moved it on the wall',
  'supporter.renumbered': 'moved others past it',
}

/** One log entry as a sentence: "Ann changed the name and the link, 22 Nov 2026, 14:05." */
export function describeEntry({ at, actor, action, before, after }: Entry): string {
  const fields =
    before && after ? diffFields(before, after).map(({ field }) => `the ${supporterWords[field] ?? field}`) : []
  const what =
    actions[action] ?? (fields.length > 0 ? `changed ${list.format(fields)}` : before ? 'deleted it' : 'added it')
  return `${actor ?? 'Somebody at the command line'} ${what}, ${formatMoment(at)}.`
}

const list = new Intl.ListFormat('en-GB')
