import { z } from 'zod'

// The parts we read of responses from members-api.parliament.uk; the rest is ignored. Members of both houses,
// past and present, share one shape.

// Longer than any real name, and no control characters: names end up in terminals and emails.
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{C}*$/u)

const membership = z.object({
  membershipFrom: words,
  house: z.number(), // 1 Commons, 2 Lords
  membershipStartDate: z
    .string()
    .transform((text) => text.slice(0, 10))
    .pipe(z.iso.date()),
  membershipEndDate: z.string().nullable(),
})

/** One search result. Parsed individually: one malformed Member must not hide the other 649. */
export const memberItem = z.object({
  value: z.object({
    id: z.number().int().positive(),
    nameDisplayAs: words,
    latestParty: z.object({ name: words }),
    latestHouseMembership: membership,
  }),
})

export const searchPage = z.object({
  items: z.array(z.unknown()).max(100),
  totalResults: z.number().int().min(0).max(5_000), // capped so that a wrong total can't set off a million calls
})

export const contactList = z.object({
  value: z.array(
    z.object({
      typeId: z.number(),
      type: z.string().nullish(),
      line1: z.string().nullish(),
      email: z.string().nullish(),
    }),
  ),
})

export type ContactEntry = z.infer<typeof contactList>['value'][number]

export const constituencyPage = z.object({
  items: z.array(
    z.object({
      value: z.object({
        name: z.string(),
        endDate: z.string().nullish(), // set once a constituency has been abolished
        currentRepresentation: z.object({}).nullable(),
      }),
    }),
  ),
})
