import { z } from 'zod'
import { cleanFeedText } from '../model/feed-text'

// The parts we read of responses from members-api.parliament.uk; the rest is ignored. Members of both houses,
// past and present, share one shape.

// Longer than any real name, and no control characters: names end up in terminals and emails.
const words = z
  .string()
  .max(2_000)
  .trim()
  .regex(/^\P{Cc}*$/u)
  .transform(cleanFeedText)
  .pipe(
    z
      .string()
      .min(1)
      .max(200)
      .regex(/^\P{C}*$/u),
  )

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
        name: z.string().transform(cleanFeedText),
        endDate: z.string().nullish(), // set once a constituency has been abolished
        currentRepresentation: z.object({}).nullable(),
      }),
    }),
  ),
})

const department = z.object({ id: z.number().int().positive(), name: words })

/** From /api/Reference/Departments. A cap, since each means two calls. */
export const departmentList = z.array(department).max(150)

export type Department = z.infer<typeof department>

const post = z.object({
  value: z.object({
    name: words,
    governmentDepartments: z.array(z.object({ name: words })).nullish(),
    postHolders: z
      .array(
        z.object({
          member: z.object({ value: z.object({ id: z.number().int().positive() }) }).nullish(), // null while vacant
          endDate: z.string().nullish(),
        }),
      )
      .nullable(),
  }),
})

/** From /api/Posts/GovernmentPosts and /api/Posts/OppositionPosts. */
export const postList = z.array(post).max(1_000)

export type ListedPost = z.infer<typeof post>

const committeeMember = z.object({
  id: z.number().int().positive(),
  memberInfo: z.object({ mnisId: z.number().int().positive().nullish() }).nullish(),
  committees: z.array(
    z.object({
      name: words,
      endDate: z.string().nullish(),
      roles: z.array(z.object({ endDate: z.string().nullish(), role: z.object({ isChair: z.boolean() }) })),
    }),
  ),
})

/** From /api/Members of committees-api.parliament.uk. */
export const committeeMemberList = z.array(committeeMember).max(1_000)

export type CommitteeMember = z.infer<typeof committeeMember>
