import { channelOf, composeHandOffUrl, isTooLong, type Target, targets } from '@/lib/actions/model/hand-off'
import { isPersonal } from '@/lib/actions/model/typed'
import { networks } from '@/lib/messages/model/post'
import { count } from './count'
import { copyText } from '../copy-text'
import { byId, moveTo, write } from './dom'
import { type LetterForm, readDraft, readTyped, weave } from './form'
import { keep } from './keep'
import { hideNudge, nudge } from './nudge'
import { openPost } from './post'
import { print } from './print'
import { askWhetherSent } from './sent'

/** Opens what the pressed button names, instead of submitting the form. */
export function startSend(letter: LetterForm): void {
  const { form } = letter
  let pressed: HTMLButtonElement | null = null // where events don't have `submitter`
  form.addEventListener('click', (event) => {
    pressed = event.target instanceof Element ? event.target.closest('button') : null
    // The second press of a double click opens nothing again, and doesn't answer what the first press asked.
    if (event.detail > 1 && pressed?.type === 'submit') event.preventDefault()
  })
  form.addEventListener('submit', (event) => {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : pressed
    const target = targets.find((each) => each === button?.value)
    if (button?.value === 'here') {
      weave(letter)
      return keep(letter) // the server’s answer is this page, with all that was typed
    }
    if (button?.value === 'sent') return // the question in an answer by the server
    if (!target) return event.preventDefault()
    if (target === 'letter' && typeof window.print !== 'function') return // answered with a page for printing
    event.preventDefault()
    weave(letter) // a password manager may have filled in fields without an event
    keep(letter)
    const network = networks.find((each) => each === target)
    if (network) return openPost(letter, network)
    const send = () => void sendLetter(letter, target)
    if (isEmpty(letter) || !nudge(letter, send)) send()
  })
}

function isEmpty(letter: LetterForm): boolean {
  return readDraft(letter).body.trim() === ''
}

async function sendLetter(letter: LetterForm, target: Target): Promise<void> {
  hideNudge()
  const status = byId('send-status')
  write(status, '')
  if (isEmpty(letter))
    return write(status, 'Your letter is empty. Press “Start this part again” in it to get our text back.')
  const draft = readDraft(letter)
  const isOwn = isPersonal(readTyped(letter))
  const channel = channelOf(target)
  if (target === 'letter') {
    print(letter)
    count(letter, channel, 'opened', isOwn)
    return askWhetherSent(letter, target)
  }
  // Begun while the press still counts as the visitor's: browsers refuse the clipboard later.
  const copying = isTooLong(target, letter.mp, draft) ? copyText(draft.body) : null
  const url = composeHandOffUrl(target, letter.mp, draft, letter.pageUrl)
  if (!url) return
  if (copying && !(await copying)) return showForCopying(draft.body)
  if (copying) write(status, 'Your letter is long, so we copied it: paste it into the email that opens.')
  if (target === 'mailto') window.location.href = url
  else window.open(url, '_blank', 'noopener')
  count(letter, channel, 'opened', isOwn)
  askWhetherSent(letter, target)
}

/** The text, selected, where the browser lets no page copy. */
function showForCopying(text: string): void {
  write(
    byId('send-status'),
    'Your letter is too long to open by itself, and your browser doesn’t let us copy it. Copy the text below, then open your email.',
  )
  const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, rows: 8 })
  area.setAttribute('aria-label', 'Your letter')
  byId('send-status').append(area)
  area.select()
  moveTo(area)
}
