import { cleanText } from '../../messages/model/clean-text'
import { joinParts, type LetterPart } from '../../messages/model/letter'
import { composeBody, type Details, hasOwnWords } from '../../messages/model/visitor-details'
import type { Draft } from './hand-off'

/** A paragraph as the visitor left it; `was`: the text that stood there before they could edit it. */
export type TypedPart = { text: string; was: string }

/** Everything the form of a letter holds. */
export type Typed = { post: string; subject: string; parts: TypedPart[]; details: Details }

/** Whether the visitor has changed a paragraph by hand. */
export function isEdited({ text, was }: TypedPart): boolean {
  return cleanText(text) !== cleanText(was)
}

/** Whether a letter has words of the visitor's own, rather than just who they are. */
export function isPersonal({ details, parts }: Pick<Typed, 'details' | 'parts'>): boolean {
  return hasOwnWords(details) || parts.some(isEdited)
}

/**
 * The paragraphs of a letter now. One that was edited stays as the visitor left it; the others follow their fields.
 * @param typed what the form holds; paragraphs it lacks are as they were written
 */
export function weaveParts(parts: Pick<LetterPart, 'template'>[], { parts: given, details }: Typed): TypedPart[] {
  return parts.map(({ template }, index) => {
    const was = composeBody(template, details)
    const part = given[index]
    return { text: part && isEdited(part) && cleanText(part.text) !== cleanText(was) ? part.text : was, was }
  })
}

/** The texts that leave the site. */
export function composeDraft({ post, subject, parts }: Pick<Typed, 'post' | 'subject' | 'parts'>): Draft {
  return { post: cleanText(post), subject: cleanText(subject), body: joinParts(parts.map(({ text }) => text)) }
}
