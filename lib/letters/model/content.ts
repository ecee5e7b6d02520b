import { cleanText } from '../../messages/model/clean-text'
import type { Problem } from '../../shared/model/result'

/** What a visitor’s letter says, and who they are. Sealed before it is stored. */
export type LetterText = { name: string; address: string; postcode: string; subject: string; body: string }

/** The longest letter, in characters: about three pages. */
export const maxBodyLength = 8_000
const maxNameLength = 100
const maxAddressLength = 300
const maxSubjectLength = 200

const justMyArea = 'Write your address, or just your area, such as “Moss Side”.'

/**
 * Cleans what was typed: nothing in it can end a header, since a name, a subject and a postcode are one line each, and
 * control characters and marks that turn the direction of what follows go.
 */
export function cleanLetter({ name, address, postcode, subject, body }: LetterText): LetterText {
  return {
    name: oneLine(name),
    address: cleanText(address).replace(/\n+/g, '\n'),
    postcode: oneLine(postcode),
    subject: oneLine(subject),
    body: cleanText(body),
  }
}

// Marks of direction (UAX 9) that stay open would turn “via Stable Futures” after them.
const openMarks = /[\u202a-\u202e\u2066-\u2069]/g

function oneLine(text: string): string {
  return cleanText(text).replace(openMarks, '').replace(/\s+/g, ' ').trim()
}

/**
 * What is wrong with a cleaned letter; empty when it can be sent. Only what is wrong with its form: lookups are the
 * caller’s.
 * @param allowed texts whose links it may have: the campaign’s own, and what the visitor typed into the personal part
 */
export function checkLetter({ name, address, subject, body }: LetterText, allowed: readonly string[]): Problem[] {
  const tooLong = (field: string, text: string, max: number) =>
    text.length > max
      ? [
          {
            field,
            message: `That’s ${(text.length - max).toLocaleString('en-GB')} characters too long. It can have ${max.toLocaleString('en-GB')}.`,
          },
        ]
      : []
  const missing = (field: string, text: string, message: string) => (text === '' ? [{ field, message }] : [])
  const links = findForeignLinks(`${subject}\n${name}\n${address}\n${body}`, allowed)
  return [
    ...missing('sender_name', name, 'Write your name: MPs reply to people who say who they are.'),
    ...missing('sender_address', address, justMyArea),
    ...missing('subject', subject, 'Give your letter a subject.'),
    ...missing('body', body, 'Your letter is empty.'),
    ...tooLong('sender_name', name, maxNameLength),
    ...tooLong('sender_address', address, maxAddressLength),
    ...tooLong('subject', subject, maxSubjectLength),
    ...tooLong('body', body, maxBodyLength),
    ...(links.length > 0
      ? [
          {
            field: 'body',
            message: `We can’t send a letter with this link: ${links[0]}. Take it out, or put it into “Why does this matter to you?”.`,
          },
        ]
      : []),
  ]
}

// What mail programs turn into links, seen generously. Linear: no part can match in two ways.
const link = /(?:https?:\/\/|www\.)[^\s<>"”)]+/gi

/** The links of a text that none of the allowed texts has. */
export function findForeignLinks(text: string, allowed: readonly string[]): string[] {
  const own = new Set(allowed.flatMap(listLinks))
  return listLinks(text).filter((each) => !own.has(each))
}

function listLinks(text: string): string[] {
  return [...text.matchAll(link)].map(([found]) => found.toLowerCase().replace(/[.,;:!?’'/]+$/, ''))
}
