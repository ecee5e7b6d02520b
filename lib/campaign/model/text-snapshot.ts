import type { Fields } from '../../shared/model/merge'
import type { TextSection } from './shipped-texts'
import { textForms } from './text-fields'
import { pickChanged, toTextFields } from './texts'

/** What visitors see of a section and what is drafted, as fields that differ from the shipped text. */
export type TextSnapshot = { published: Fields; draft: Fields | null }

type Stored = { version: number; published: { fields: Fields } | null; draft: { fields: Fields } | null }

/**
 * A section as audit fields, in full, so that a reader sees which of them changed. A draft is reduced to its differences
 * from what is published.
 */
export function toTextAudit(section: TextSection, { version, published, draft }: Stored): Record<string, unknown> {
  const shown = toTextFields(section, published?.fields ?? {})
  const drafted = Object.entries(draft ? toTextFields(section, draft.fields) : {})
  return {
    name: textForms[section].title,
    version,
    ...(draft && { hasDraft: true }),
    ...shown,
    ...Object.fromEntries(
      drafted.filter(([name, text]) => shown[name] !== text).map(([name, text]) => [`draft.${name}`, text]),
    ),
  }
}

/** The inverse of `toTextAudit`: the version and what it was. */
export function parseTextAudit(
  section: TextSection,
  fields: Record<string, unknown>,
): TextSnapshot & { version: number } {
  const texts = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const shown = Object.fromEntries(texts.filter(([name]) => !name.startsWith('draft.')))
  const drafted = texts.filter(([name]) => name.startsWith('draft.')).map(([name, text]) => [name.slice(6), text])
  return {
    version: Number(fields.version),
    published: pickChanged(section, shown),
    draft: fields.hasDraft === true ? pickChanged(section, { ...shown, ...Object.fromEntries(drafted) }) : null,
  }
}
