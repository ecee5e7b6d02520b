import { composeOwnFollowUpPath, composeReminder } from '@/lib/actions/model/follow-up'
import { channelOf, composeHandOffUrl, type Target, targets } from '@/lib/actions/model/hand-off'
import { getTabItem, setTabItem } from '../tab-storage'
import { count } from './count'
import { byId, moveTo, show, write } from './dom'
import { type LetterForm, readDraft } from './form'

type State = 'asked' | 'failed' | 'sent'

const panels = { asked: 'sent-question', failed: 'sent-failed', sent: 'sent-thanks' } as const
const nameOf = (slug: string) => `step-letter:${slug}`

/** How the letter was taken along. */
type Way = Target | 'copy'

const doubleTapMs = 1_500

let way: Way = 'mailto'

/** Puts the question, the other ways or the thanks where the buttons were; null brings the buttons back. */
function showState(state: State | null, isMoved: boolean): void {
  const isOpen = state === null || state === 'failed'
  const status = byId('send-status')
  if (state !== 'asked') write(status, '')
  for (const id of ['send-ways', 'send-note']) show(byId(id), isOpen)
  show(byId('send'), isOpen || status.textContent !== '') // what to do with a copied or printed letter stays in view
  for (const [each, id] of Object.entries(panels)) show(byId(id), each === state)
  markProgress('letter', state !== null)
  show(byId('friends'), state === 'sent')
  // They are one of those who have written now; the count doesn’t know them yet.
  for (const counts of document.querySelectorAll<HTMLElement>('.count')) show(counts, state !== 'sent')
  const title = state && byId(panels[state]).querySelector<HTMLElement>('.sent-title')
  if (!title || !isMoved) return
  // The other ways follow what it says about them; on a phone, with the bar, there is room for no more.
  if (state === 'failed') moveTo(title, 'start')
  else moveTo(title)
}

/** Moves the mark of the progress on. */
export function markProgress(step: string, isDone: boolean): void {
  const items = [...document.querySelectorAll<HTMLElement>('.progress [data-step]')]
  const item = items.find(({ dataset }) => dataset.step === step)
  if (!item) return
  if (isDone) item.dataset.done = 'true'
  else delete item.dataset.done
  const current = items.find(({ dataset }) => !dataset.done)
  for (const each of items)
    if (each === current) each.setAttribute('aria-current', 'step')
    else each.removeAttribute('aria-current')
}

/** After the letter was opened, printed or copied, asks whether it was sent. */
export function askWhetherSent(letter: LetterForm, openedBy: Way): void {
  way = openedBy
  offerAgain(letter)
  nameWay()
  setTabItem(nameOf(letter.slug), `asked ${way}`)
  showState('asked', true)
  holdBack(byId(panels.asked))
}

/** A second, impatient tap on the button that was here presses nothing. Keys reach and press what is held. */
function holdBack(panel: HTMLElement): void {
  const buttons = [...panel.querySelectorAll('button')]
  const swallow = (event: MouseEvent) => {
    if (event.detail === 0) return // a key
    event.preventDefault()
    event.stopPropagation()
  }
  for (const button of buttons) button.setAttribute('aria-disabled', 'true')
  panel.addEventListener('click', swallow, true)
  setTimeout(() => {
    for (const button of buttons) button.removeAttribute('aria-disabled')
    panel.removeEventListener('click', swallow, true)
  }, doubleTapMs)
}

/**
 * Forgets that the letter was opened or sent, and brings the buttons back.
 * @returns what undoes it
 */
export function forgetSent(letter: LetterForm): () => void {
  const before = getTabItem(nameOf(letter.slug))
  setTabItem(nameOf(letter.slug), null)
  showState(null, false)
  return () => {
    setTabItem(nameOf(letter.slug), before)
    showKept(letter)
  }
}

/** Shows what the tab remembers. */
function showKept(letter: LetterForm): void {
  const [state, by] = (getTabItem(nameOf(letter.slug)) ?? '').split(' ')
  way = by === 'copy' ? by : (targets.find((each) => each === by) ?? 'mailto')
  if (state === 'failed') showOtherWays(true)
  if (state === 'asked' || state === 'sent' || state === 'failed') showState(state, false)
  offerAgain(letter)
  nameWay()
  if (state === 'sent') offerReminder(letter)
}

/** Nothing had to open for a copy; it needs the address instead. */
function nameWay(): void {
  const isCopy = way === 'copy'
  const failed = byId(panels.asked).querySelector<HTMLElement>('[data-sent=failed]')
  if (failed) write(failed, isCopy ? 'Choose another way' : 'It didn’t open')
  show(byId('copy-address'), isCopy)
}

/** A plain link beside the question, for where the browser swallowed what we opened. It opens what stands there now. */
function offerAgain(letter: LetterForm): void {
  const url = way === 'copy' ? null : composeHandOffUrl(way, letter.mp, readDraft(letter), letter.pageUrl)
  const link = byId('open-again')
  if (url) link.setAttribute('href', url)
  if (way === 'mailto') link.removeAttribute('target')
  else link.setAttribute('target', '_blank')
  show(link, url !== null)
}

/** When the visitor said that they sent the letter; now where they haven’t. */
export function readSentOn({ slug }: LetterForm): Date {
  return new Date(Number(getTabItem(nameOf(slug))?.split(' ')[2]) || Date.now())
}

/** Handles the answers, and shows on a reload what was there before. */
export function startSent(letter: LetterForm): void {
  const { slug, form } = letter
  // An answer by the server has a link to its own question.
  show(byId('sent-plain'), document.querySelector('[data-outcome=composed]') !== null)
  showKept(letter)
  byId('open-again').addEventListener('click', () => offerAgain(letter))
  form.addEventListener('click', ({ target, detail }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-sent]') : null
    if (detail > 1) return // the second press of a double click
    const answer = button?.dataset.sent
    if (answer === 'yes') {
      count(letter, way === 'copy' ? way : channelOf(way), 'confirmed', null)
      setTabItem(nameOf(slug), `sent ${way} ${Date.now()}`)
      offerReminder(letter)
      showState('sent', true)
    } else if (answer === 'failed') {
      showOtherWays(true)
      setTabItem(nameOf(slug), `failed ${way}`)
      showState('failed', true)
      holdBack(byId('send-ways'))
    } else if (answer === 'later') {
      if (getTabItem(nameOf(slug))?.startsWith('sent')) showOtherWays(false) // on a phone they would cover the letter
      setTabItem(nameOf(slug), null)
      showState(null, true)
      holdBack(byId('send-ways'))
      moveTo(byId('send-main'))
    }
  })
}

// Not before it is wanted: the formats of its dates take an old phone a tenth of a second.
function offerReminder(letter: LetterForm): void {
  const now = readSentOn(letter)
  const siteUrl = new URL(composeOwnFollowUpPath(drawToken(), letter, now), letter.pageUrl).href
  const reminder = composeReminder({ mpName: letter.mp.name, constituency: letter.constituency, siteUrl, now })
  byId('reminder').setAttribute('href', URL.createObjectURL(new Blob([reminder], { type: 'text/calendar' })))
}

// 32 random bytes, as in a link of our emails.
function drawToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace('=', '')
}

// The next best ways are the ones behind “Other ways”.
function showOtherWays(isOpen: boolean): void {
  const ways = document.querySelector<HTMLDetailsElement>('.other-ways')
  if (ways) ways.open = isOpen
}
