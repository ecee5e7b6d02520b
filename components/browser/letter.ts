import { isEdited } from '@/lib/actions/model/typed'
import { watchLeave } from './leave'
import { startClear } from './letter/clear'
import { startCopy } from './letter/copy'
import { prepareToCount } from './letter/count'
import { afterPress, afterTyping, byId, show } from './letter/dom'
import { grow, keepGrown, lacksSender, type LetterForm, readForm, readPart, weave } from './letter/form'
import { keep, restore, watchMove } from './letter/keep'
import { dropBeginnings, hasOwnWords } from '@/lib/messages/model/visitor-details'
import { startNoReply, updateNoReply } from './letter/no-reply'
import { updateNudge } from './letter/nudge'
import { startPost } from './letter/post'
import { fillPrinted } from './letter/print'
import { startSend } from './letter/send'
import { startSent } from './letter/sent'
import { readReportOutcome, sendLateReports } from './report-queue'
import { watchTab } from './tab-storage'
import { rememberSourceTag } from './source-tag'

/** Enhances the letter's page. If anything is missing, the page stays as it is without JavaScript. */
function start(): void {
  watchLeave()
  rememberSourceTag()
  const form = document.getElementById('letter-form')
  if (form instanceof HTMLFormElement)
    whenHydrated(form, () => {
      const letter = readForm(form)
      if (letter) enhance(letter)
    })
  sendLateReports()
}

/** Where Next's scripts run as well (FRONT=plain, npm run dev), React has to find the page as the server sent it. */
function whenHydrated(form: HTMLFormElement, then: () => void): void {
  const isAwaited = document.querySelector('script[src^="/_next/"]') !== null
  if (!isAwaited || Object.keys(form).some((key) => key.startsWith('__reactProps'))) return then()
  requestAnimationFrame(() => whenHydrated(form, then))
}

function enhance(letter: LetterForm): void {
  const { form } = letter
  restore(letter)
  const update = () => {
    const { details } = weave(letter)
    show(byId('own-words-note'), isOwnPartEdited(letter) && hasOwnWords(details))
    show(byId('signature-note'), lacksSender(letter))
    updateNudge(letter)
    updateNoReply(letter)
    keep(letter)
  }
  const updateSoon = afterTyping(update)
  weave(letter)
  keepGrown(letter)
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.closest('[data-part]')) grow(target)
    updateSoon()
  })
  form.addEventListener('change', afterPress(update)) // autofill that sends no input
  let isTouched = false
  for (const type of ['focusin', 'pointerdown', 'keydown'])
    form.addEventListener(type, () => {
      if (!isTouched) prepareToCount(form)
      isTouched = true
    })
  form.addEventListener('click', ({ target }) => {
    const text = target instanceof Element ? target.closest<HTMLElement>('[data-begin]')?.dataset.begin : undefined
    if (text !== undefined) begin(letter, text)
  })
  addEventListener('beforeprint', () => fillPrinted(letter))
  addEventListener('pageshow', update) // the browser may have put texts back
  addEventListener('pagehide', () => keep(letter))
  const showCount = () => {
    const outcome = readReportOutcome(letter.slug)
    for (const note of document.querySelectorAll<HTMLElement>('[data-count-note]'))
      show(note, note.dataset.countNote === outcome)
  }
  watchTab(showCount)
  showCount()
  startSend(letter)
  startSent(letter)
  startPost(letter)
  startCopy(letter)
  startNoReply(letter)
  startClear(letter)
  watchMove(letter)
  for (const each of document.querySelectorAll<HTMLElement>('[data-needs-script]')) each.hidden = false
}

function isOwnPartEdited({ parts }: LetterForm): boolean {
  return parts.some((part) => part.area.closest('[data-role=own-words]') !== null && isEdited(readPart(part)))
}

/** Puts the beginning of a sentence where the visitor can go on: after what they have written, never over it. */
function begin(letter: LetterForm, text: string): void {
  const field = letter.field('why_it_matters')
  // Another beginning takes the place of one that nobody went on with.
  const before = dropBeginnings(field.value)
  field.value = before === '' ? text : `${before} ${text}`
  field.focus()
  field.scrollIntoView({ block: 'nearest' }) // clear of the bar at the bottom
  field.setSelectionRange(field.value.length, field.value.length)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

start()
