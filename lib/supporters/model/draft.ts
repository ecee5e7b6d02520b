import { typeRules, toDraftText } from './field-types'
import { type DraftField, draftFields, fieldNames, mapFields, supporterFields, type SupporterValues } from './fields'

/** A supporter as form values: all strings, empty for no value. */
export type SupporterDraft = Record<DraftField, string>

/** Staff's names for a supporter's fields, mid-sentence. */
export const supporterWords: Record<string, string> = {
  ...mapFields<Record<string, string>>(fieldNames, (name) => supporterFields[name].called),
  answeredChanges: 'answers to the wall check',
  logoHash: 'logo',
  logoAlt: 'logo in words',
  logoPermissionOn: 'day of permission',
}

/** Converts a supporter to form values. */
export function toDraft(values: { readonly [Name in DraftField]?: unknown }): SupporterDraft {
  return mapFields<SupporterDraft>(draftFields, (name) => toDraftText(supporterFields[name].type, values[name]))
}

/** The form for a new supporter. */
export const emptyDraft = toDraft({ kind: 'mp' })

/**
 * Reads form data, whatever is missing.
 * @param given not trusted
 */
export function readDraft(given: Record<string, string | undefined>): SupporterDraft {
  return mapFields<SupporterDraft>(draftFields, (name) =>
    typeRules[supporterFields[name].type].readDraft(given[name] ?? ''),
  )
}

/** Form values converted to a supporter, not yet validated. */
export type DraftInput = Pick<SupporterValues, Exclude<DraftField, 'kind'>> & { kind: string }

/** Converts form values for validation. Drops the fields that the kind doesn't have, which the form hides. */
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
