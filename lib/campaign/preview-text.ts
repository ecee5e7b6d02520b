import 'server-only'
import { readDeskText, readPublishedTexts } from './data/texts'
import type { Texts, TextSection } from './model/shipped-texts'
import { composeTexts, isTextSection } from './model/texts'

/**
 * The published texts with one section as it is drafted, for a preview; null when there is no such section.
 * @param section not trusted
 */
export async function previewText(section: string): Promise<{ section: TextSection; texts: Texts } | null> {
  if (!isTextSection(section)) return null
  const [published, { draft }] = await Promise.all([readPublishedTexts(), readDeskText(section)])
  return { section, texts: composeTexts(draft ? new Map([...published, [section, draft.fields]]) : published) }
}
