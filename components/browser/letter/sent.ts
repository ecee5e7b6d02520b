import { type Channel, channels } from '@/lib/actions/model/channel'
import { composeChaseLetter, composeReminder } from '@/lib/actions/model/follow-up'
import { getTabItem, setTabItem } from '../tab-storage'
import { count } from './count'
import { byId, moveTo, show, write } from './dom'
import { type LetterForm, readTyped } from './form'

type State = 'asked' | 'failed' | 'sent'

const panels = { asked: 'sent-question', failed: 'sent-failed', sent: 'sent-thanks' } as const
const nameOf = (slug: string) => `step-letter:${slug}`

let channel: Channel = 'email'

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
  const title = state && byId(panels[state]).querySelector<HTMLElement>('.sent-title')
  if (title && isMoved) moveTo(title)
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

/** After the letter was opened, asks whether it was sent. @param url opens it again where the browser swallowed it */
export function askWhetherSent(letter: LetterForm, openedBy: Channel, url: string | null): void {
  channel = openedBy
  const link = byId('open-again')
  if (url) link.setAttribute('href', url)
  show(link, url !== null)
  setTabItem(nameOf(letter.slug), `asked ${channel}`)
  showState('asked', true)
}

/** Handles the answers, and shows on a reload what was there before. */
export function startSent(letter: LetterForm): void {
  const { slug, mp, pageUrl, form } = letter
  // An answer by the server has a link to its own question.
  show(byId('sent-plain'), document.querySelector('[data-outcome=composed]') !== null)
  const [state, by] = (getTabItem(nameOf(slug)) ?? '').split(' ')
  channel = channels.find((each) => each === by) ?? 'email'
  if (state === 'asked' || state === 'sent') showState(state, false)
  if (state === 'asked') show(byId('open-again'), false)
  const reminder = composeReminder({
    mpName: mp.name,
    constituency: letter.constituency,
    siteUrl: pageUrl,
    now: new Date(),
  })
  byId('reminder').setAttribute('href', URL.createObjectURL(new Blob([reminder], { type: 'text/calendar' })))
  form.addEventListener('click', ({ target, detail }) => {
    if (detail > 1) return // the second press of a double click on the button that was here
    const answer = target instanceof Element ? target.closest<HTMLElement>('[data-sent]')?.dataset.sent : undefined
    if (answer === 'yes') {
      count(slug, channel, 'confirmed', null)
      setTabItem(nameOf(slug), `sent ${channel}`)
      showState('sent', true)
    } else if (answer === 'failed') {
      offerOtherWays()
      showState('failed', true)
    } else if (answer === 'later') {
      setTabItem(nameOf(slug), null)
      showState(null, true)
      moveTo(byId('send-main'))
    }
  })
}

// The next best ways are the ones behind “Other ways”: open.
function offerOtherWays(): void {
  const ways = document.querySelector<HTMLDetailsElement>('.other-ways')
  if (ways) ways.open = true
}

/** The short letter to send when no reply has come. */
export function composeChase(letter: LetterForm, now: Date): string {
  const { subject, body } = composeChaseLetter({
    salutation: letter.parts[0]?.area.value.replace(/,\s*$/, '') ?? '',
    constituency: letter.constituency,
    minister: 'the minister',
    sentOn: now,
    details: readTyped(letter).details,
  })
  return `${subject}\n\n${body}`
}
