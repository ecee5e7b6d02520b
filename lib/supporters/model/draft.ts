import { typeRules, toDraftText } from './field-types'
import { type DraftField, draftFields, fieldNames, mapFields, supporterFields, type SupporterValues } from './fields'

/** A supporter as it stands in a form: all texts, empty for nothing. */
export type SupporterDraft = Record<DraftField, string>

/** What staff call the fields of a supporter, in a sentence. */
export const supporterWords: Record<string, string> = {
  ...mapFields<Record<string, string>>(fieldNames, (name) => supporterFields[name].called),
  answeredChanges: 'answers to the wall check',
  logoHash: 'logo',
  logoAlt: 'logo in words',
  logoPermissionOn: 'day of permission',
}

/** A supporter as it is put into the form. */
export function toDraft(values: { readonly [Name in DraftField]?: unknown }): SupporterDraft {
  return mapFields<SupporterDraft>(draftFields, (name) => toDraftText(supporterFields[name].type, values[name]))
}

/** The form of somebody new. */
export const emptyDraft = toDraft({ kind: 'mp' })

/** What came from the form, whatever is missing. @param given not trusted */
export function readDraft(given: Record<string, string | undefined>): SupporterDraft {
  return mapFields<SupporterDraft>(draftFields, (name) =>
    typeRules[supporterFields[name].type].readDraft(given[name] ?? ''),
  )
}

/** What the form means: all is as it will be saved, but that nothing has judged it yet. */
export type DraftInput = Pick<SupporterValues, Exclude<DraftField, 'kind'>> & { kind: string }

/** What the form means, for the rules to judge. What a kind does not have, and the form then hides, is left out. */
export function toInput(draft: SupporterDraft): DraftInput {
  return mapFields<DraftInput>(draftFields, (name) => {
    const { type, form } = supporterFields[name]
    const { blank, fromDraft } = typeRules[type]
    return hasField(draft.kind, form?.isFor) ? fromDraft(draft[name]) : blank
  })
}

function hasField(kind: string, isFor: 'mp' | 'member' | undefined): boolean {
  return isFor === undefined || (isFor === 'mp' ? kind === 'mp' : kind !== 'organisation')
}
