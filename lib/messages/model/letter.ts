import { cleanText } from './clean-text'
import { listVariables, type Template } from './template'
import { splitParagraphs } from './visitor-details'

/**
 * A paragraph of the letter. `follows`: it has fields of the visitor's, so until they edit it, it changes with what
 * they type into them.
 */
export type LetterPart = { template: Template; role: PartRole; follows: boolean }

export type PartRole = 'greeting' | 'own-words' | 'signature' | 'text'

/** Splits the body of an email, filled in for the seat, into its paragraphs. */
export function splitLetter(body: Template): LetterPart[] {
  return splitParagraphs(body).map((template, index) => {
    const variables = listVariables(template)
    return { template, role: roleOf(variables, index), follows: variables.length > 0 }
  })
}

function roleOf(variables: string[], index: number): PartRole {
  if (variables.includes('sender_name')) return 'signature'
  if (variables.includes('why_it_matters') || variables.includes('local_link')) return 'own-words'
  return index === 0 ? 'greeting' : 'text'
}

/** The whole letter from the texts of its paragraphs. Those that were left empty go. */
export function joinParts(texts: string[]): string {
  return texts.map(cleanText).filter(Boolean).join('\n\n')
}
