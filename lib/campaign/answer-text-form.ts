import 'server-only'
import type { Change } from '../audit/model/actor'
import { composeConflict, settleForm } from '../shared/model/conflict'
import { type MergingFormAnswer, refuseForm } from '../shared/model/form'
import { type Fields, pickFields } from '../shared/model/merge'
import { readDeskText } from './data/texts'
import { textForms } from './model/text-fields'
import { isTextSection } from './model/texts'
import { saveText } from './save-text'
import { loadSigner, pickNewest } from './show-texts'

/**
 * Answers the form of a section, also after a conflict: what was typed becomes its draft.
 * @param sent not trusted: all fields of the form
 * @returns `saved` instead of an address to go to; `unchanged` where nothing differs from what is saved, which makes no draft
 */
export async function answerTextForm(
  sent: Fields,
  change: Change,
): Promise<MergingFormAnswer | { outcome: 'saved' | 'unchanged'; section: string }> {
  const section = sent.section ?? ''
  if (!isTextSection(section)) return refuseForm('There is no such text.', [], sent)
  const names = textForms[section].fields.map(({ name }) => name)
  const settled = settleForm(sent, names)
  if (settled.outcome !== 'settled') return settled
  const { values } = settled
  const saved = await readDeskText(section)
  const shown = pickNewest(section, saved)
  const isSame = (name: string) => (values[name] ?? '').replace(/\r\n?/g, '\n').trim() === shown[name]
  if (values.version === String(saved.version) && names.every(isSame)) return { outcome: 'unchanged', section }
  const answer = await saveText({ section, version: Number(values.version), fields: pickFields(values, names) }, change)
  switch (answer.outcome) {
    case 'saved':
      return { outcome: 'saved', section }
    case 'not-found':
      return refuseForm('There is no such text.', [], values)
    case 'refused':
      return refuseForm('The draft isn’t saved yet.', answer.problems, values)
    case 'conflict': {
      const { theirs } = answer
      const newest = theirs.draft ?? theirs.published
      return composeConflict(values, names, {
        theirs: pickNewest(section, theirs),
        by: newest ? `${(await loadSigner())(newest)}.` : 'Somebody has discarded the draft.',
        rest: { section, version: String(theirs.version) },
      })
    }
  }
}
