import { isElsewhere, normalisePostcode, readOutcode } from '../../postcodes/model/form'
import { cleanText } from './clean-text'
import { reasonBeginnings } from './reasons'
import type { Template, TemplatePart, VisitorVariable } from './template'

/** What the visitor has typed; a field that is absent or blank is empty. */
export type VisitorDetails = Partial<Record<VisitorVariable, string>>

/** All of the visitor's details, '' where they gave none. */
export type Details = Record<VisitorVariable, string>

/** No details given. */
export const noDetails: Details = {
  sender_name: '',
  sender_address: '',
  sender_postcode: '',
  why_it_matters: '',
  local_link: '',
}

/** The visitor's fields, in order. */
export const detailFields = [
  { field: 'sender_name', label: 'Your name', hint: null, autoComplete: 'name', lines: 1 },
  {
    field: 'sender_address',
    label: 'Your address',
    hint: 'No fixed address, or rather not say? Just give your area.',
    autoComplete: 'street-address',
    lines: 3,
  },
  { field: 'sender_postcode', label: 'Your postcode', hint: null, autoComplete: 'postal-code', lines: 1 },
  {
    field: 'why_it_matters',
    label: 'Why does this matter to you?',
    hint: 'Optional. One or two sentences.',
    autoComplete: 'off',
    lines: 3,
  },
  {
    field: 'local_link',
    label: 'Anything local you’d like to add?',
    hint: 'Optional. A full sentence, like “I’ve lived in Ashford for 12 years.”',
    autoComplete: 'off',
    lines: 2,
  },
] as const

/** Whether a form field is one of the visitor's details. */
export function isDetail(name: string): name is keyof Details {
  return name in noDetails
}

/** Whether a visitor has added words of their own, rather than just who they are. */
export function hasOwnWords({ why_it_matters, local_link }: Details): boolean {
  return dropBeginnings(why_it_matters) !== '' || local_link.trim() !== ''
}

/**
 * Fills in an email's body in the browser: the server has already filled it for the seat, this adds the visitor's
 * details. Without a reason or a name, what the template has instead stands there; any other empty detail goes, a
 * sender's with its line, and a paragraph that has become empty goes too.
 * @param fallbackReason stands in for the visitor's reason, rather than the one in the template
 */
export function composeBody(body: Template, details: VisitorDetails, fallbackReason?: string): string {
  const values = tidyDetails(details)
  return splitParagraphs(body)
    .map((paragraph) =>
      splitTemplate(paragraph, /\n/)
        .map((line) => composeLine(line, values, fallbackReason))
        .filter((line) => line !== null)
        .join('\n')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** The paragraphs of a body. */
export function splitParagraphs(body: Template): Template[] {
  return splitTemplate(body, /\n\s*\n/)
}

/** The details as a letter has them: sentences end with a stop, an address has no blank lines. */
export function tidyDetails(details: VisitorDetails): Details {
  const given = (name: VisitorVariable) => cleanText(details[name] ?? '')
  return {
    sender_name: given('sender_name').replace(/\s+/g, ' '),
    sender_address: given('sender_address').replace(/\n+/g, '\n'),
    sender_postcode: normalisePostcode(given('sender_postcode').replace(/\s+/g, ' ')),
    why_it_matters: endSentence(dropBeginnings(given('why_it_matters'))),
    local_link: endSentence(given('local_link')),
  }
}

/**
 * What to say of a postcode that can’t be in the constituency; null for one that may be, or that isn’t whole.
 * @param outcodes the first halves of its postcodes; none where they aren’t known
 */
export function doubtPostcode(details: VisitorDetails, constituency: string, outcodes: string[]): string | null {
  const { sender_postcode } = tidyDetails(details)
  return isElsewhere(sender_postcode, outcodes)
    ? `${sender_postcode} doesn’t seem to be in ${constituency}. MPs answer only the people they represent.`
    : null
}

/** The sender's address as it heads a letter on paper; '' without one. */
export function composeSender(details: VisitorDetails): string {
  const { sender_address, sender_postcode } = tidyDetails(details)
  return [sender_address, sender_postcode].filter(Boolean).join('\n')
}

/** What a letter needs to say about who it is from and doesn’t: a name, or a whole postcode. */
export function listMissingDetails(details: VisitorDetails): ('sender_name' | 'sender_postcode')[] {
  const { sender_name, sender_postcode } = tidyDetails(details)
  return [
    ...(sender_name ? [] : ['sender_name' as const]),
    ...(readOutcode(sender_postcode) === null ? ['sender_postcode' as const] : []),
  ]
}

/**
 * Whether a letter lacks something that its sender typed about themselves, however it is written there.
 * @param body the whole letter
 */
export function lacksDetails(body: string, details: VisitorDetails): boolean {
  const toLetters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const { sender_name, sender_address, sender_postcode } = tidyDetails(details)
  const text = toLetters(body)
  return [sender_name, sender_postcode, ...sender_address.split('\n')].some((line) => !text.includes(toLetters(line)))
}

/** A letter's text on paper: without the address at its end, which heads it there, and with room to sign by hand. */
export function composeOnPaper(body: string, details: VisitorDetails): string {
  const sender = composeSender(details)
  const signed = sender !== '' && body.endsWith(`\n${sender}`) ? body.slice(0, -sender.length - 1) : body
  return signed.replace(/,\n([^\n]*)$/, ',\n\n\n\n$1')
}

/** Leaves out beginnings of a sentence that we offered and nobody went on with, at the end of a text. */
export function dropBeginnings(text: string): string {
  const words = text.trim()
  const unfinished = reasonBeginnings.map((beginning) => beginning.trim()).find((each) => words.endsWith(each))
  return unfinished === undefined ? words : dropBeginnings(words.slice(0, -unfinished.length))
}

/** Adds the full stop that a text lacks; a comma, a colon or a dash at its end gives way to it. */
function endSentence(text: string): string {
  const words = trimEnd(text, ' \n,;:–—-')
  return /[\p{L}\p{M}\p{N}%£]["'”’)\]]*$/u.test(words) ? `${words}.` : words
}

// A regular expression would take quadratic time.
function trimEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** Splits before filling in the details, since a visitor's words may have line breaks of their own. */
function splitTemplate(template: Template, separator: RegExp): Template[] {
  const pieces: TemplatePart[][] = [[]]
  for (const part of template) {
    const [first, ...others] = 'text' in part ? part.text.split(separator).map((text) => ({ text })) : [part]
    if (first) pieces.at(-1)?.push(first)
    for (const other of others) pieces.push([other])
  }
  return pieces
}

/** One line with its details; null when it was about details that are empty. */
function composeLine(template: Template, values: Details, fallbackReason: string | undefined): string | null {
  const parts = template.filter((part) => 'variable' in part || part.text !== '')
  const texts = parts.map((part) => {
    if ('text' in part) return part.text
    const { variable, otherwise } = part
    if (!isDetail(variable)) return `{${variable}}`
    if (variable === 'why_it_matters') return values[variable] || (fallbackReason ?? otherwise ?? '')
    // A name has a stand-in only where it signs: “My name is A constituent in Bath” is no sentence.
    return values[variable] || (parts.length === 1 ? (otherwise ?? '') : '')
  })
  const asked = parts.flatMap((part, at) => ('variable' in part ? [{ name: part.variable, text: texts[at] }] : []))
  const isEmpty = asked.length > 0 && asked.every(({ text }) => text === '')
  if (isEmpty && (asked.some(({ name }) => name.startsWith('sender_')) || texts.join('').trim() === '')) return null
  let line = ''
  let isGap = false
  for (const text of texts) {
    line = isGap ? closeGap(line, text) : line + text
    isGap = text === ''
  }
  return isGap ? trimEnd(line, ' ,;') : line
}

/** Joins what stands on both sides of an empty detail, with the spaces and commas that are still needed. */
function closeGap(before: string, after: string): string {
  const [left, right] = [before.trimEnd(), after.trimStart()]
  if (left === '') return right.replace(/^[,;]\s*/, '')
  if (/^[.,;:!?]/.test(right)) return trimEnd(left, ',;') + right
  return left === before && right === after ? left + right : `${left} ${right}`
}
