import { z } from 'zod'
import { type MessageRule, noConditions, parseRuleTexts } from './rule'

const nation = z.enum(['England', 'Scotland', 'Wales', 'Northern Ireland'])
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\r\n]*$/, 'must be one line')
/** Several values as one text, a line each. */
const linesOf = (value: z.ZodType<string>, max: number) =>
  z
    .string()
    .max(2_500)
    .transform((text) => [...new Set(text.split('\n').filter(Boolean))])
    .refine(
      (values) => values.length > 0 && values.length <= max && values.every((each) => value.safeParse(each).success),
      {
        error: 'Choose from the list.',
      },
    )
    .transform((values) => values.join('\n'))
const flag = z.boolean().nullable()

/** A rule's conditions; one that is left out matches anything. */
export const conditionsShape = z
  .strictObject({
    isSupporter: flag,
    nation: linesOf(nation, 4).nullable(),
    party: linesOf(line.max(100), 20).nullable(),
    isSpeaker: flag,
    abstains: flag,
    isVacant: flag,
    isMinister: flag,
    isInGovernment: flag,
    isInOpposition: flag,
    chairsCommittee: flag,
    constituencyCode: z
      .string()
      .regex(/^[EWSN]\d{8}$/)
      .nullable(),
  })
  .partial()
  .transform((given) => ({ ...noConditions, ...given }))

const ruleSeed = z
  .strictObject({
    name: line,
    conditions: conditionsShape,
    postText: z.array(z.string()),
    emailSubject: line,
    emailBody: z.array(z.string()),
  })
  .transform(({ postText, emailBody, ...rest }) => ({
    ...rest,
    postText: postText.join('\n\n'),
    emailBody: emailBody.join('\n\n'),
  }))

/**
 * Parses `prisma/seed/messages.json`, where texts are lists of paragraphs and rules are in order of precedence.
 * @throws SyntaxError, ZodError or Error: our own file is broken, which is a bug
 */
export function parseMessageSeed(text: string): MessageRule[] {
  return z
    .array(ruleSeed)
    .parse(JSON.parse(text))
    .map((rule, index) => {
      const read = parseRuleTexts(rule)
      if (read.outcome === 'refused')
        throw new Error(`${rule.name}: ${read.problems.map(({ message }) => message).join(' ')}`)
      // Steps of ten leave room for staff to insert a rule between two.
      return { ...rule, position: (index + 1) * 10, isActive: true, activeFrom: null, activeUntil: null }
    })
}
