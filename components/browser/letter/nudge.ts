import { isPersonal } from '@/lib/actions/model/typed'
import { doubtPostcode, listMissingDetails } from '@/lib/messages/model/visitor-details'
import { byId, moveTo, show } from './dom'
import { findSignature, lacksSender, type LetterForm, readTyped } from './form'

type Missing = { field: string; text: string; button: string; link?: string }

function listMissing(letter: LetterForm): Missing[] {
  const typed = readTyped(letter)
  const lacking = listMissingDetails(typed.details)
  const doubt = doubtPostcode(typed.details, letter.constituency, letter.outcodes)
  return [
    ...(lacking.includes('sender_name')
      ? [{ field: 'sender_name', text: 'Add your name so that your MP’s office can reply.', button: 'Add my name' }]
      : []),
    ...(lacking.includes('sender_postcode')
      ? [
          {
            field: 'sender_postcode',
            text: letter.field('sender_postcode').value.trim()
              ? 'Add the rest of your postcode: it shows that you live here.'
              : 'Add your postcode: it shows that you live here.',
            button: 'Add my postcode',
          },
        ]
      : []),
    ...(doubt === null
      ? []
      : [{ field: 'sender_postcode', text: doubt, button: 'Check my postcode', link: 'Find your own MP' }]),
    ...(lacksSender(letter)
      ? [
          {
            field: findSignature(letter)?.area.name ?? '',
            text: 'Check your signature: you changed it yourself, and some of your name, address or postcode isn’t in your letter.',
            button: 'Check my signature',
          },
        ]
      : []),
    ...(isPersonal(typed)
      ? []
      : [
          {
            field: 'why_it_matters',
            text: 'Add a sentence of your own? MPs take personal letters more seriously.',
            button: 'Add a sentence',
          },
        ]),
  ]
}

let wasAsked = false
let asked: string[] = []

/**
 * Asks once, kindly, for what would make the letter count: a name, a postcode, a sentence. Sending without is always
 * possible.
 * @returns whether it asked, so that nothing is opened yet
 */
export function nudge(letter: LetterForm, sendAnyway: () => void): boolean {
  const missing = wasAsked ? [] : listMissing(letter)
  if (missing.length === 0) return hideNudge()
  wasAsked = true
  asked = missing.map(({ field }) => field)
  const box = byId('nudge')
  const list = document.createElement('ul')
  for (const { text, field, link } of missing) {
    const item = Object.assign(document.createElement('li'), { textContent: text })
    if (link) item.append(' ', Object.assign(document.createElement('a'), { href: '/take-action', textContent: link }))
    item.dataset.missing = field
    list.append(item)
  }
  const buttons = document.createElement('div')
  buttons.className = 'buttons'
  const [first] = missing
  buttons.append(
    makeButton(first?.button ?? '', '', () => moveTo(letter.field(first?.field ?? 'sender_name'))),
    makeButton('Send as it is', 'quiet', () => {
      hideNudge()
      sendAnyway()
    }),
  )
  box.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Before you send:' }), list, buttons)
  box.focus({ preventScroll: true })
  return true
}

/** Takes away what has been answered since; the whole box once everything has. */
export function updateNudge(letter: LetterForm): void {
  if (asked.length === 0) return
  const missing = listMissing(letter).map(({ field }) => field)
  for (const item of byId('nudge').querySelectorAll<HTMLElement>('[data-missing]'))
    show(item, missing.includes(item.dataset.missing ?? ''))
  if (!asked.some((field) => missing.includes(field))) hideNudge()
}

/** @returns false, for `nudge` */
export function hideNudge(): false {
  asked = []
  byId('nudge').replaceChildren()
  return false
}

function makeButton(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className, textContent: text })
  button.addEventListener('click', onClick)
  return button
}
