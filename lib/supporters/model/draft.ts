import type { SupporterValues } from './input'

/** The fields of the form of a supporter, in its order. */
export const draftFields = [
  'kind',
  'memberId',
  'name',
  'constituency',
  'isFormer',
  'link',
  'joinedOn',
  'notes',
] as const
export type DraftField = (typeof draftFields)[number]

/** A supporter as it stands in a form: all texts, empty for nothing. */
export type SupporterDraft = Record<DraftField, string>

/** What staff call the fields of a supporter. */
export const supporterWords: Record<string, string> = {
  kind: 'kind',
  memberId: 'Parliament id',
  name: 'name',
  constituency: 'constituency at signing',
  isFormer: 'no longer in Parliament',
  link: 'link',
  joinedOn: 'day of joining',
  notes: 'notes',
  status: 'status',
  position: 'place on the wall',
  answeredChanges: 'answers to the wall check',
  logoHash: 'logo',
  logoAlt: 'logo in words',
  logoPermissionOn: 'day of permission',
}

/** The form of somebody new. */
export const emptyDraft: SupporterDraft = {
  kind: 'mp',
  memberId: '',
  name: '',
  constituency: '',
  isFormer: '',
  link: '',
  joinedOn: '',
  notes: '',
}

type DraftValues = { [Field in DraftField]?: SupporterValues[Field] | string | undefined }

/** A supporter as it is put into the form. */
export function toDraft(values: DraftValues): SupporterDraft {
  return {
    kind: values.kind ?? '',
    memberId: String(values.memberId ?? ''),
    name: values.name ?? '',
    constituency: values.constituency ?? '',
    isFormer: values.isFormer ? 'yes' : '',
    link: values.link ?? '',
    joinedOn: values.joinedOn ?? '',
    notes: toLines(values.notes ?? ''),
  }
}

/** What came from the form, whatever is missing. @param given not trusted */
export function readDraft(given: Record<string, string | undefined>): SupporterDraft {
  const {
    kind = '',
    memberId = '',
    name = '',
    constituency = '',
    isFormer = '',
    link = '',
    joinedOn = '',
    notes = '',
  } = given
  return {
    kind,
    memberId,
    name: name.trim(),
    constituency: constituency.trim(),
    isFormer: isFormer === 'yes' ? 'yes' : '',
    link: link.trim(),
    joinedOn,
    notes: toLines(notes),
  }
}

/** Forms end lines with two characters. */
function toLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** What the form means, for the schema to judge. What a kind does not have, and the form then hides, is left out. */
export function toInput(draft: SupporterDraft) {
  const { kind, memberId, name, constituency, isFormer, link, joinedOn, notes } = draft
  const isMember = kind !== 'organisation'
  return {
    kind,
    name,
    memberId: isMember && memberId ? Number(memberId) : null,
    isFormer: isMember && isFormer === 'yes',
    constituency: kind === 'mp' && constituency ? constituency : null,
    link: link || null,
    joinedOn: joinedOn || null,
    notes,
  }
}
