import 'server-only'
import { z } from 'zod'
import { seal, unseal } from './keys'
import type { LetterText } from './model/content'

const shape = z.object({
  name: z.string(),
  address: z.string(),
  postcode: z.string(),
  subject: z.string(),
  body: z.string(),
}) satisfies z.ZodType<LetterText>

const textPlace = (id: string) => `${id} text`
const emailPlace = (id: string) => `${id} email`

/** Seals what a letter says for its row. */
export function sealText(id: string, text: LetterText): string {
  return seal(JSON.stringify(text), textPlace(id))
}

/** Seals the visitor’s address for a letter’s row. */
export function sealEmail(id: string, email: string): string {
  return seal(email, emailPlace(id))
}

/** What a letter says; null once it is erased, or when its key is gone. */
export function readText({ id, text }: { id: string; text: string | null }): LetterText | null {
  const json = text === null ? null : unseal(text, textPlace(id))
  return json === null ? null : shape.parse(JSON.parse(json))
}

/** The visitor’s address; null once it is erased, or when its key is gone. */
export function readEmail({ id, email }: { id: string; email: string | null }): string | null {
  return email === null ? null : unseal(email, emailPlace(id))
}
