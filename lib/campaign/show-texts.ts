import 'server-only'
import { formatMoment } from '../shared/model/uk-time'
import type { Fields } from '../shared/model/merge'
import { compareTexts, type TextPart } from '../shared/model/text-difference'
import { listStaffNames } from '../staff/data/staff'
import { type DeskText, listDeskTexts, listTextVersions, readDeskText, type StoredText } from './data/texts'
import type { TextSection } from './model/shipped-texts'
import { type TextField, textForms } from './model/text-fields'
import { isTextSection, toTextFields } from './model/texts'

/** A section in the desk's list. `isChanged`: visitors get something other than the shipped text. */
export type TextLine = { section: string; title: string; where: string; isChanged: boolean; hasDraft: boolean }

/** A section to edit: `fields` with their newest text, drafted or published. */
export type TextEditing = {
  section: TextSection
  title: string
  where: string
  version: number
  fields: (TextField & { value: string })[]
  hasDraft: boolean
  /** Who saved this and when, in words. */
  by: string
}

/** A version to look at; 0 is the shipped text. */
export type TextHistoryLine = { version: number; by: string; isPublished: boolean; differences: TextDifference[] }

/** A field that differs from the version before. */
export type TextDifference = { label: string; parts: TextPart[] }

const shipped = 'As shipped with the site'

/** Every section, in the order of the desk. */
export async function listTexts(): Promise<TextLine[]> {
  const stored = await listDeskTexts()
  return Object.entries(textForms).map(([section, { title, where }]) => {
    const { published = null, draft = null } = stored.get(section) ?? {}
    const isChanged = Object.keys(published?.fields ?? {}).length > 0
    return { section, title, where, isChanged, hasDraft: draft !== null }
  })
}

/** A section to edit; null when there is none with this name. @param section not trusted */
export async function showText(section: string): Promise<TextEditing | null> {
  if (!isTextSection(section)) return null
  const [stored, sign] = await Promise.all([readDeskText(section), loadSigner()])
  const newest = stored.draft ?? stored.published
  const values = toTextFields(section, newest?.fields ?? {})
  const { title, where, fields } = textForms[section]
  return {
    section,
    title,
    where,
    version: stored.version,
    fields: fields.map((field) => ({ ...field, value: values[field.name] ?? '' })),
    hasDraft: stored.draft !== null,
    by: newest ? sign(newest) : shipped,
  }
}

/**
 * What a section said over time, newest first, each with what it changed; null when there is none with this name.
 * @param section not trusted
 */
export async function showTextHistory(
  section: string,
): Promise<{ title: string; version: number; hasDraft: boolean; lines: TextHistoryLine[] } | null> {
  if (!isTextSection(section)) return null
  const [stored, versions, sign] = await Promise.all([readDeskText(section), listTextVersions(section), loadSigner()])
  const lines = versions.map((each, index) => ({
    version: each.version,
    by: sign(each),
    isPublished: index === 0,
    differences: compare(section, versions[index + 1]?.fields ?? {}, each.fields),
  }))
  const first = { version: 0, by: shipped, isPublished: lines.length === 0, differences: [] }
  const { title } = textForms[section]
  return { title, version: stored.version, hasDraft: stored.draft !== null, lines: [...lines, first] }
}

/** Who saved a version and when, in words. */
export async function loadSigner(): Promise<(version: Pick<StoredText, 'savedBy' | 'savedAt'>) => string> {
  const names = new Map((await listStaffNames()).map(({ id, name }) => [id, name]))
  return ({ savedBy, savedAt }) =>
    `Saved by ${names.get(savedBy ?? '') ?? 'the command line'}, ${formatMoment(savedAt)}`
}

/** The newest text of a section, drafted or published, as a form has it. */
export function pickNewest(section: TextSection, { draft, published }: DeskText): Fields {
  return toTextFields(section, (draft ?? published)?.fields ?? {})
}

function compare(section: TextSection, before: Fields, after: Fields): TextDifference[] {
  const [was, is] = [toTextFields(section, before), toTextFields(section, after)]
  return textForms[section].fields
    .filter(({ name }) => was[name] !== is[name])
    .map(({ name, label }) => ({ label, parts: compareTexts(was[name] ?? '', is[name] ?? '') }))
}
