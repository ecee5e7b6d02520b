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
