import type { LetterText } from './content'

/** A letter as the MP’s office gets it. */
export type LetterToMp = { fromName: string; subject: string; text: string }

/**
 * The email to the MP. Under the letter stands who wrote it, if its own signature doesn’t say so, and that they confirmed
 * it.
 * @param siteUrl where it comes from
 * @param organisation who runs the site; '' while nobody has said
 */
export function composeLetterToMp(
  { name, address, postcode, subject, body }: LetterText,
  siteUrl: string,
  organisation: string,
): LetterToMp {
  const sender = [name, ...address.split('\n'), postcode].filter((line) => line !== '' && !body.includes(line))
  const runner = organisation === '' ? 'Stable Futures' : `Stable Futures, run by ${organisation}`
  const text = [
    body,
    ...(sender.length > 0 ? [sender.join('\n')] : []),
    `-- \n${name} wrote this letter and confirmed it by email. It was sent through ${runner}: ${siteUrl}\nYour reply goes straight to ${name}.`,
  ].join('\n\n')
  return { fromName: `${name} via Stable Futures`, subject, text: `${text}\n` }
}

/** The Message-ID of an email about a letter, the same each time it is tried (RFC 5322, 3.6.4). */
export function composeMessageId(letterId: string, kind: string, sender: string): string {
  return `<${kind === 'letter' ? '' : `${kind}.`}${letterId}@${sender.slice(sender.lastIndexOf('@') + 1)}>`
}
