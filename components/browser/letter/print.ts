import { formatUkDay } from '@/lib/shared/model/uk-time'
import { byId, write } from './dom'
import { composeOnPaper, composeSender } from '@/lib/messages/model/visitor-details'
import { type LetterForm, readDraft, readTyped } from './form'

/** Writes the letter into the page that comes out of the printer. */
export function fillPrinted(letter: LetterForm): void {
  const { subject, body } = readDraft(letter)
  const { details } = readTyped(letter)
  write(byId('printed-sender'), composeSender(details))
  write(byId('printed-date'), formatUkDay(new Date()))
  write(byId('printed-subject'), subject)
  write(byId('printed-body'), composeOnPaper(body, details))
}

/** Prints the letter. Where nothing happens, shows it, to be printed from the browser's menu. */
export function print(letter: LetterForm): void {
  fillPrinted(letter)
  let hasBegun = false
  addEventListener('beforeprint', () => (hasBegun = true), { once: true })
  window.print()
  if (hasBegun) return
  byId('printed').classList.add('printed-shown')
  write(
    byId('send-status'),
    'If no print window opened: your letter is at the end of this page. Print the page from your browser’s menu.',
  )
}
