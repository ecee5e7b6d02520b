import type { TextField } from '../../supporters/model/fields'

/** How a person’s data leaves a column. */
export type ErasureWay =
  | 'words' // “(erased)” stands in the place of the words
  | 'json' // the same, in every text of a JSON value
  | 'empty' // emptied
  | 'address' // becomes the neutral address of somebody who was removed
  | 'row' // the row is deleted
  | 'tag' // becomes a tag that was drawn, everywhere
  | 'log' // as words, where the triggers let it

/**
 * What an erasure does with a column. `shown`: it stays, since what is live is only changed by someone who reads it, and
 * is shown with a link to where that is done; with `erased`, that is so while the row is live (lib/desk/data/live-rows.ts).
 * `sealed`: in a letter, erased with it. `none`: cannot hold a person’s data, and why.
 */
export type ErasureDecision =
  { erased: ErasureWay; isShownLive?: true } | { shown: true } | { sealed: true } | { none: string }

const by = (erased: ErasureWay): ErasureDecision => ({ erased })
const unlessLive = (erased: ErasureWay): ErasureDecision => ({ erased, isShownLive: true })
const none = (why: string): ErasureDecision => ({ none: why })
const [words, row, empty, tag, log] = [by('words'), by('row'), by('empty'), by('tag'), by('log')]
const shown: ErasureDecision = { shown: true }
const sealed: ErasureDecision = { sealed: true }

const parliament = none('public: Parliament has it of the MP of a constituency, and the sync brings it back')
const code = none('one of a list that we or Parliament have')
const day = none('a day')
const hash = none('a hash, or keyed')
const random = none('drawn at random')
const id = none('the random id of a member of staff, whose name is in User')
const unused = none('never filled: we have no passwords and no other company’s sign-in')
const device = none('what a device says of its key')

/** Every column that holds text, by table and in the schema’s order. A test compares it with the schema. */
export const textColumns = {
  Seat: { code, slug: code, name: code, nation: code, region: code, neighbours: code },
  Member: {
    name: parliament,
    party: parliament,
    email: parliament,
    xHandle: parliament,
    blueskyHandle: parliament,
    memberSince: day,
    leftOn: day,
  },
  Portrait: { source: parliament, hash },
  MemberPost: { title: parliament },
  DirectoryChange: { seatCode: code, before: parliament, after: parliament },
  Action: { key: hash, seatCode: code, channel: code, kind: code, source: tag, day },
  Journal: { seatCode: code, channel: code, kind: code, day },
  Total: { seatCode: code, channel: code, kind: code },
  SourceTotal: { source: tag, kind: code, channel: code, day, wording: code },
  MessageTotal: { day, kind: code, channel: code },
  Publication: { counts: none('numbers by constituency') },
  Secret: { name: code, value: random },
  SourceLink: { tag, label: words, createdBy: id },
  HeldAction: {
    key: hash,
    seatCode: code,
    channel: code,
    kind: code,
    source: tag,
    day,
    prefix: hash,
    state: code,
    decidedOn: day,
  },
  PrefixCount: { day, seatCode: code, prefix: hash },
  DaySalt: { day, salt: random },
  MessageRule: {
    name: words,
    nation: code,
    party: code,
    constituencyCode: code,
    postText: unlessLive('words'),
    emailSubject: unlessLive('words'),
    emailBody: unlessLive('words'),
  },
  MessageRuleVersion: {
    savedBy: id,
    name: words,
    nation: code,
    party: code,
    constituencyCode: code,
    postText: unlessLive('words'),
    emailSubject: unlessLive('words'),
    emailBody: unlessLive('words'),
  },
  Supporter: {
    name: words,
    constituency: empty,
    link: empty,
    logoType: code,
    logoAlt: words,
    logoHash: hash,
    logoPermissionOn: day,
    joinedOn: day,
    notes: words,
    answeredChanges: none('numbers and days of changes in the directory'),
  },
  ReplacedLogo: { hash, type: code },
  User: { id: random, name: unlessLive('words'), email: unlessLive('address'), image: unlessLive('empty') },
  Session: { id: random, token: random, ipAddress: empty, userAgent: words, userId: id },
  Account: {
    id: unused,
    accountId: unused,
    providerId: unused,
    userId: unused,
    accessToken: unused,
    refreshToken: unused,
    idToken: unused,
    scope: unused,
    password: unused,
  },
  Verification: { id: random, identifier: row, value: row },
  Passkey: {
    id: random,
    name: words,
    publicKey: device,
    userId: id,
    credentialID: device,
    deviceType: device,
    transports: device,
    aaguid: device,
  },
  Press: { key: hash, answer: row },
  AuditEntry: { day, actorId: id, action: code, entity: code, entityId: tag, before: log, after: log, deed: random },
  DatabaseIdentity: { identity: random },
  Upkeep: { detail: words, problem: words },
  CampaignSettings: {
    ministerTitle: shown,
    ministerName: shown,
    ministerHandle: shown,
    hashtags: shown,
    noticeText: shown,
    updatedBy: id,
    organisationName: shown,
    organisationKind: shown,
    charityNumber: shown,
    organisationAddress: shown,
    organisationUrl: shown,
    contactEmail: shown,
    pressEmail: shown,
    dataController: shown,
    privacyEmail: shown,
    organisationLogo: hash,
  },
  OrganisationLogo: { name: hash },
  CampaignText: { section: code },
  CampaignTextVersion: { section: code, savedBy: id, fields: unlessLive('json') },
  DirectoryCorrection: { seatCode: code, value: unlessLive('row'), reason: words, savedBy: id, expiresOn: day },
  SharedLimit: { key: hash },
  Letter: {
    id: random,
    seatCode: code,
    text: sealed,
    email: sealed,
    confirmHash: hash,
    followUpHash: hash,
    reason: code,
    leaseId: random,
  },
  LetterMail: { letterId: random, leaseId: random },
  LetterAttempt: { letterId: random, address: words, reason: code },
  MailboxKey: { key: hash },
  SentLetter: { day, seatCode: code },
  SentMessage: { day },
  FollowUpAnswer: { key: hash, seatCode: code, day },
  LetterSettings: { redirectTo: shown, testedWith: shown, updatedBy: id },
} as const satisfies Record<string, Record<string, ErasureDecision>> & {
  Supporter: Record<TextField, ErasureDecision> & Record<string, ErasureDecision>
}

/** A table that has text. */
export type TextTable = keyof typeof textColumns

/** The decision on each of a table’s columns. */
export function decisionsOn(table: TextTable): [column: string, decision: ErasureDecision][] {
  return Object.entries(textColumns[table])
}
