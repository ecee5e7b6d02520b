const number = new Intl.NumberFormat('en-GB')

/**
 * The public count in words that say what it is: messages that visitors opened in another program
 * or copied, which is not the same as sent.
 * @param total hand-offs so far
 * @param to whom, for example "MPs" or a Member's name
 */
export function composeCount(total: number, to: string): string {
  if (total === 0) return `Nobody has opened or copied a message to ${to} from this site yet. Yours can be the first.`
  if (total === 1) return `1 message to ${to} has been opened or copied from this site.`
  return `${number.format(total)} messages to ${to} have been opened or copied from this site.`
}

/** How many of the seats something was opened for, or people say they sent something to. */
export function composeReached(seatsContacted: number, of: number): string {
  return `${number.format(seatsContacted)} of ${number.format(of)} MPs contacted`
}

/** What a number of actions of one kind says, to stand after the number. */
export function composeTold(count: number, kind: 'opened' | 'confirmed'): string {
  const messages = count === 1 ? 'message' : 'messages'
  return kind === 'opened' ? `${messages} opened or copied on this site` : `${messages} that people told us they sent`
}
