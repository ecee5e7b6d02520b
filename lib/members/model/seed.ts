import { z } from 'zod'

const code = z.string().regex(/^[EWSN]\d{8}$/)
const day = z.iso.date()

const memberSeed = z
  .strictObject({
    id: z.number().int().positive(),
    name: z.string().min(1),
    party: z.string().min(1),
    email: z.email().nullable(),
    xHandle: z
      .string()
      .regex(/^\w{1,15}$/)
      .nullable(),
    xSource: z.enum(['parliament', 'mysociety']).nullable(),
    blueskyHandle: z.string().min(1).nullable(),
    memberSince: day,
  })
  .refine(
    (member) => (member.xHandle === null) === (member.xSource === null),
    'an X handle needs its source, and a source its handle',
  )

const seatFacts = z.strictObject({
  code,
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  nation: z.enum(['England', 'Scotland', 'Wales', 'Northern Ireland']),
  region: z.string().min(1),
  neighbours: z.array(code).min(1),
  member: memberSeed.nullable(),
})

const directorySeed = z.strictObject({
  date: day,
  credits: z.array(z.string()),
  seats: z.array(seatFacts).min(1),
})

/**
 * A seat on the seed's date. `neighbours` are ONS codes; `member` is null while it is vacant, and its
 * `memberSince` is a day, YYYY-MM-DD.
 */
export type SeatSeed = z.infer<typeof seatFacts>
/** The contents of `prisma/seed/seats.json`: the seats, the date they were correct, and the credits. */
export type DirectorySeed = z.infer<typeof directorySeed>

/**
 * Parses `prisma/seed/seats.json`.
 * @param text the file's text
 * @throws SyntaxError or ZodError when the committed file is broken, which is a bug
 */
export function parseDirectorySeed(text: string): DirectorySeed {
  return directorySeed.parse(JSON.parse(text))
}

/** Serialises `prisma/seed/seats.json` with one seat per line, so that diffs show which seats changed. */
export function formatDirectorySeed({ date, credits, seats }: DirectorySeed): string {
  const lines = [...seats].sort((a, b) => (a.code < b.code ? -1 : 1)).map((seat) => JSON.stringify(seat))
  return [
    '{',
    `"date": ${JSON.stringify(date)},`,
    `"credits": ${JSON.stringify(credits, null, 2)},`,
    '"seats": [',
    lines.join(',\n'),
    ']',
    '}',
    '',
  ].join('\n')
}
