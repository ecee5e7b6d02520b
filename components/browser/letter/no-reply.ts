import { composeChaseLetter } from '@/lib/actions/model/follow-up'
import { doubtPostcode } from '@/lib/messages/model/visitor-details'
import { composeHandOffUrl } from '@/lib/actions/model/hand-off'
import { byId, write } from './dom'
import { type LetterForm, readTyped } from './form'

/**
 * A short letter to ask again when no reply has come, signed with what was typed.
 * @param sentOn null where nobody knows
 */
export function composeChase(letter: LetterForm, sentOn: Date | null): { subject: string; body: string } {
  return composeChaseLetter({
    salutation: letter.parts[0]?.area.value ?? '',
    constituency: letter.constituency,
    minister: letter.minister,
    sentOn,
    details: readTyped(letter).details,
  })
}

/** Signs the letter for those who come back without a reply, as long as it is in sight. */
export function updateNoReply(letter: LetterForm): void {
  if (!byId('no-reply').hasAttribute('open')) return
  write(byId('reminder-text'), composeChase(letter, null).body)
  const { details } = readTyped(letter)
  write(byId('reminder-doubt'), doubtPostcode(details, letter.constituency, letter.outcodes) ?? '')
}

/** Signs it when it is opened, and once more when it is taken. */
export function startNoReply(letter: LetterForm): void {
  byId('no-reply').addEventListener('toggle', () => updateNoReply(letter))
  const link = byId('remind')
  link.addEventListener('click', () => {
    const url = composeHandOffUrl('mailto', letter.mp, { ...composeChase(letter, null), post: '' }, letter.pageUrl)
    if (url) link.setAttribute('href', url)
  })
}
