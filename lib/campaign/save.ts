import 'server-only'
import { z } from 'zod'
import { readCampaignSettings, type StoredSettings, writeCampaignSettings } from './data/settings'
import { type Campaign, type CampaignSettings, composeCampaign, goalsOf } from './model/campaign'
import type { Change } from '../audit/model/actor'
import { completeLinks } from './model/prose'
import { isOrganisationLogoName } from './model/organisation-logo'
import { atMost, oneLine, oneLineOrNone, periodEnd, webLink } from '../shared/model/inputs'
import { env } from '../shared/env'
import { invalidateCaches } from '../shared/cache'
import { type Refused, refuse, toProblems } from '../shared/model/result'

const orNone = (max: number) => oneLineOrNone(max).transform((text) => text || null)

const emailOrNone = orNone(200).pipe(z.email('Enter an email address like name@example.org.').nullable())
const organisation = {
  organisationName: orNone(100),
  organisationKind: orNone(100).transform((text) => text?.replace(/\.$/, '') ?? null),
  charityNumber: orNone(20)
    .transform((text) => text?.toUpperCase().replace(/\s/g, '') ?? null)
    .pipe(
      z
        .string()
        .regex(/^[A-Z]{0,3}\d{3,8}(-\d{1,2})?$/, 'Write the number alone, such as 1234567 or SC012345.')
        .nullable(),
    ),
  organisationAddress: orNone(200),
  organisationUrl: orNone(300).pipe(webLink(300).nullable()),
  contactEmail: emailOrNone,
  pressEmail: emailOrNone,
  dataController: orNone(100),
  privacyEmail: emailOrNone,
  organisationLogo: orNone(50).refine(
    (name) => name === null || isOrganisationLogoName(name),
    'Choose the file again.',
  ),
}

const settingsInput = z
  .strictObject({
    version: z.number().int().min(0), // the one that was edited; 0 before the first
    ...organisation,
    ministerTitle: oneLine(100),
    ministerName: orNone(100),
    ministerHandle: z
      .string()
      .max(100, atMost(100))
      .trim()
      .regex(/^@?\w{0,15}$/, 'A handle on X has at most 15 letters, digits or underscores.')
      .transform((text) => text.replace('@', '') || null),
    ministerMemberId: z
      .int32('Choose an MP from the list.')
      .positive('Choose an MP from the list.')
      .nullable()
      .default(null),
    hashtags: z
      .array(
        z
          .string()
          .trim()
          .regex(/^#[\p{L}\p{M}\p{N}_]{1,50}$/u, 'A hashtag is # followed by letters or digits.'),
      )
      .max(5, 'At most 5 hashtags.'),
    goal: z.strictObject({ of: z.enum(goalsOf), number: z.number().int().min(1).max(100_000_000) }).nullable(),
    isDissolved: z.boolean().nullable(),
    noticeText: oneLineOrNone(500).transform((text, context) => {
      const { text: completed, problem } = completeLinks(text)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
      return completed
    }),
    noticeFrom: periodEnd('from'),
    noticeUntil: periodEnd('until'),
  })
  .refine(({ goal }) => goal?.of !== 'seats' || goal.number <= 650, {
    path: ['goal', 'number'],
    error: 'There are 650 seats.',
  })
  .refine(({ noticeFrom, noticeUntil }) => !noticeFrom || !noticeUntil || noticeFrom < noticeUntil, {
    path: ['noticeUntil'],
    error: 'Choose an end that is after the beginning.',
  })

/** Finds what would be wrong with the messages to MPs if the campaign were like this; given by the caller, since messages build on the campaign. */
export type CheckCampaign = (campaign: Campaign, now: Date) => Promise<MessageFaults>
export type MessageFaults = { problems: { where: string; problem: string }[] }

export type SaveCampaignAnswer =
  | { outcome: 'saved'; version: number }
  | Refused
  | { outcome: 'messages-broken'; report: MessageFaults } // with these settings some message could not be sent
  | { outcome: 'conflict'; theirs: StoredSettings | null } // somebody else has saved since

/**
 * Keeps the campaign's settings, if every message can still be sent with them. Pages show them
 * within a second.
 * @param input not trusted: whatever a form gives; times as `periodEnd` reads them
 */
export async function saveCampaign(input: unknown, change: Change, check: CheckCampaign): Promise<SaveCampaignAnswer> {
  const parsed = settingsInput.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { version, ...settings } = parsed.data
  return keepCampaign(settings, version, change, check)
}

/** Keeps settings that are known to be right in form, in place of a version, if every message can still be sent with them. */
export async function keepCampaign(
  settings: CampaignSettings,
  version: number,
  change: Change,
  check: CheckCampaign,
): Promise<Exclude<SaveCampaignAnswer, { outcome: 'refused' }>> {
  const campaign = composeCampaign(settings, { siteUrl: env.SITE_URL, isDissolved: false }, change.now)
  const report = await check(campaign, change.now)
  if (report.problems.length > 0) return { outcome: 'messages-broken', report }
  const isWritten = await writeCampaignSettings(settings, version, change)
  invalidateCaches()
  return isWritten
    ? { outcome: 'saved', version: version + 1 }
    : { outcome: 'conflict', theirs: await readCampaignSettings() }
}
