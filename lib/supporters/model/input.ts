import { z } from 'zod'
import { atMost, dayInput, oneLine, webLink } from '../../shared/model/inputs'
import { formatShortDay, toUkDay } from '../../shared/model/uk-time'
import type { FieldType, ValueOf } from './field-types'
import { fieldNames, mapFields, type SupporterField, supporterFields, type SupporterValues } from './fields'
import { maxPosition } from './move'
import { supporterKinds, supporterStatuses } from './supporter'

const byType: { [Type in FieldType]: (max: number) => z.ZodType<ValueOf[Type]> } = {
  kind: () => z.enum(supporterKinds, 'Write mp, peer or organisation.'),
  status: () => z.enum(supporterStatuses, 'Write draft, published or hidden.'),
  name: (max) => oneLine(max),
  line: (max) => oneLine(max).nullable(),
  // PostgreSQL can't store NUL in text.
  text: (max) =>
    z
      .string()
      .max(max, atMost(max))
      .refine((text) => !text.includes('\0'), 'This contains a character we can’t store. Try typing it again.'),
  link: (max) => webLink(max).nullable(),
  day: () => dayInput.nullable(),
  member: () =>
    z
      .number('Write the number that Parliament gives a member.')
      .int()
      .positive()
      .max(2_147_483_647, 'Parliament has no such id.')
      .nullable(),
  flag: () => z.boolean('Write yes or no.'),
  position: () =>
    z
      .number('Write a number.')
      .int()
      .min(1, 'The first position is 1.')
      .max(maxPosition, 'The last position is 1,000,000.'),
}

/** Each field's rule, shared by the form and CSV files. */
export const fieldRules = mapFields<{ [Name in SupporterField]: z.ZodType<SupporterValues[Name]> }>(
  fieldNames,
  (name) => byType[supporterFields[name].type](supporterFields[name].max ?? 200),
)

/**
 * Validates combinations of a supporter's fields.
 * @param now without it, days may lie in the future
 */
export function checkAcrossFields(
  { kind, memberId, constituency, joinedOn }: Pick<SupporterValues, 'kind' | 'memberId' | 'constituency' | 'joinedOn'>,
  now?: Date,
) {
  const problems: { field: SupporterField; message: string }[] = []
  if (kind === 'organisation' && memberId !== null)
    problems.push({ field: 'memberId', message: 'An organisation is no member.' })
  if (kind !== 'mp' && constituency !== null)
    problems.push({ field: 'constituency', message: 'Only an MP has a constituency.' })
  if (now && joinedOn && joinedOn > toUkDay(now))
    problems.push({ field: 'joinedOn', message: `${formatShortDay(joinedOn)} is still to come. Check the year.` })
  return problems
}
