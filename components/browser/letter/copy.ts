import { count } from './count'
import { copyText } from '../copy-text'
import { byId, write } from './dom'
import { type LetterForm, readDraft, readTyped } from './form'
import { composeChase } from './no-reply'
import { askWhetherSent, readSentOn } from './sent'
import { isPersonal } from '@/lib/actions/model/typed'

const said: Record<string, string> = {
  address: 'Copied the email address.',
  post: 'Copied your post: paste it wherever you like.',
  link: 'Copied the link.',
  chase: 'Copied a short letter. Send it in two weeks if nobody has replied.',
  reminder: 'Copied the short letter.',
}
const places: Record<string, string> = {
  post: 'post-status',
  link: 'friends-status',
  chase: 'chase-status',
  reminder: 'reminder-status',
}

/** The buttons that copy. */
export function startCopy(letter: LetterForm): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null
    if (button) void copy(letter, button)
  })
}

async function copy(letter: LetterForm, { dataset: { copy: what = '', link = '' } }: HTMLElement): Promise<void> {
  const text = textOf(letter, what) ?? link
  const isCopied = await copyText(text)
  write(
    byId(places[what] ?? 'send-status'),
    isCopied
      ? (said[what] ?? `Copied your letter. Now paste it where you write to ${letter.mp.email ?? 'your MP'}.`)
      : `Your browser doesn’t let us copy. Here it is: ${text}`,
  )
  if (what === 'post' && isCopied) count(letter, 'copy', 'opened', null)
  if (what !== 'letter' || !isCopied) return
  count(letter, 'copy', 'opened', isPersonal(readTyped(letter)))
  askWhetherSent(letter, 'copy')
}

function textOf(letter: LetterForm, what: string): string | null {
  const draft = readDraft(letter)
  const asText = ({ subject, body }: { subject: string; body: string }) => `${subject}\n\n${body}`
  switch (what) {
    case 'letter':
      return asText(draft)
    case 'address':
      return letter.mp.email
    case 'post':
      return draft.post
    case 'chase':
      return asText(composeChase(letter, readSentOn(letter)))
    case 'reminder':
      return asText(composeChase(letter, null))
    default:
      return null
  }
}
