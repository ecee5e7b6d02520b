import { expect, test } from 'vitest'
import { messageSeed } from '@/lib/messages/data/read-seed'
import type { MessageSeat } from '@/lib/messages/model/message'
import { sampleDetails } from '@/lib/messages/model/measured'
import { type MessageRule, noConditions } from '@/lib/messages/model/rule'
import { checkMessages, formatMessageProblem, type MessageSources } from '@/lib/messages/check'
import { seatFacts } from '../../fixtures/seat-facts'

const now = new Date('2026-11-22T10:00:00Z')
const campaign = {
  minister: 'the Home Secretary',
  ministerTitle: 'the Home Secretary',
  ministerHandle: null,
  ministerMemberId: null,
  hashtags: ['#StableFutures', '#AllChildren'],
  siteUrl: 'https://stablefutures.example',
}
const all: MessageSeat[] = seatFacts().seats.map(({ member, ...seat }) => ({ ...seat, mp: member }))
const ashford = all.filter(({ name }) => name === 'Ashford')
const texts = {
  postText: 'Hello {mp_handle}',
  emailSubject: 'For {constituency}',
  emailBody: '{why_it_matters}\n\n{sender_name}',
}
const vacant: MessageRule = {
  position: 1,
  name: 'Vacant',
  isActive: true,
  activeFrom: null,
  activeUntil: null,
  conditions: { ...noConditions, isVacant: true },
  postText: 'p',
  emailSubject: 's',
  emailBody: 'b',
}
const rule = (change: Partial<MessageRule> = {}): MessageRule => ({
  position: 10,
  name: 'Default',
  isActive: true,
  activeFrom: null,
  activeUntil: null,
  conditions: noConditions,
  ...texts,
  ...change,
})

/** The problems of one constituency's message, each as `where: problem`. */
function check(change: Partial<MessageSources>, more: Partial<typeof campaign> = {}) {
  const sources = {
    rules: [vacant, rule()],
    seats: ashford,
    supporterIds: new Set<number>(),
    now,
    campaign: { ...campaign, ...more },
  }
  return checkMessages({ ...sources, ...change }).problems.map(({ where, problem }) => `${where}: ${problem}`)
}

test('the shipped messages serve every constituency, even if each were vacant', () => {
  const report = checkMessages({ rules: messageSeed(), seats: all, supporterIds: new Set([4671]), campaign, now })
  expect(report).toMatchObject({ seats: 650, problems: [] })
  expect(report.served.reduce((sum, { seats }) => sum + seats, 0)).toBe(650)
  expect(report.served).toContainEqual({ rule: 'Supporter', seats: 1 })
  const seats = all.map((seat) => ({ ...seat, mp: null }))
  expect(checkMessages({ rules: messageSeed(), seats, supporterIds: new Set(), campaign, now }).served).toContainEqual({
    rule: 'Vacant seat',
    seats: 650,
  })
})

test('every email fits in a link with an address and 40 own words, whether its MP supports the campaign or not', () => {
  const { sender_address, why_it_matters } = sampleDetails
  expect([why_it_matters.split(' ').length, sender_address.split('\n').length]).toEqual([40, 3])
  expect(sender_address.length).toBeGreaterThan(55)
  const everyone = new Set(all.flatMap(({ mp }) => mp?.id ?? []))
  const supporters = new Set<number>()
  const hashtags = [...campaign.hashtags, '#ModernSlaveryAct']
  const named = {
    ...campaign,
    hashtags,
    minister: 'the Home Secretary Elizabeth Montgomery-Smith',
    ministerHandle: 'elizabeth_smith',
    siteUrl: 'https://www.stable-futures.org.uk',
  }
  const campaigns = [campaign, { ...campaign, hashtags }, named]
  for (const supporterIds of [supporters, everyone])
    for (const each of campaigns) {
      const report = checkMessages({ rules: messageSeed(), seats: all, supporterIds, campaign: each, now })
      expect(report.problems).toEqual([])
      expect(report.longestMailto?.length).toBeLessThan(1_800)
      console.log(supporterIds === everyone ? 'supporters' : 'others', report.longestMailto)
    }
})

test('nothing to report for a message that can be sent', () => expect(check({})).toEqual([]))

test.each<[string, Partial<MessageRule>, Partial<typeof campaign>, string]>([
  ['an empty variable', { emailSubject: 'To {minister}' }, { minister: ' ' }, 'Ashford: {minister} is empty'],
  [
    'a post too long for X',
    { postText: `{mp_name}${'x'.repeat(281)}` },
    {},
    'Ashford: the post is 293 long on X, of 280',
  ],
  [
    'a post too long for Bluesky',
    { postText: `x {mp_handle} ${'x'.repeat(300)}` },
    {},
    'Ashford: the post is 329 long on Bluesky, of 300',
  ],
  ['a long email', { emailBody: 'é'.repeat(300) }, {}, 'Ashford: the mailto link has 1864 characters, of 1800'],
  [
    'a handle first, from a variable',
    { postText: '{hashtags} hello' },
    { hashtags: ['@somebody'] },
    'Ashford: the post begins with a handle',
  ],
  [
    'an unknown variable',
    { postText: 'Hello {mp}' },
    {},
    'Rule “Default”: postText: Line 1: there is no field called {mp} here. Use {mp_name}',
  ],
])('%s is reported', (_what, change, more, expected) => {
  expect(check({ rules: [vacant, rule(change)] }, more).join('\n')).toContain(expected)
})

test('a post is measured for X and Bluesky, whatever accounts the MP has', () => {
  const seats = ashford.map((seat) => ({ ...seat, mp: seat.mp && { ...seat.mp, xHandle: null, blueskyHandle: null } }))
  expect(check({ rules: [vacant, rule({ postText: 'x'.repeat(310) })], seats })).toEqual([
    'Ashford: the post is 310 long on X, of 280',
    'Ashford: the post is 310 long on Bluesky, of 300',
  ])
})

test('a constituency without exactly one message is reported', () => {
  expect(check({ rules: [] })).toContain('Ashford: no message')
  expect(check({ rules: [] })).toContain('Rules: no message in use is for everyone')
  expect(check({ rules: [vacant, rule(), rule({ name: 'Other' })] })).toContain(
    'Ashford: 2 messages instead of one, “Default”, “Other”',
  )
  expect(check({ rules: [rule()] })).toContain('Ashford, if it were vacant: {mp_handle} is empty')
})

test('a problem that starts later is reported with its time, once', () => {
  const rules = [vacant, rule({ activeUntil: new Date('2026-12-01T00:00:00Z') })]
  const { problems } = checkMessages({ rules, seats: ashford, supporterIds: new Set(), campaign, now })
  expect(problems.map(formatMessageProblem)).toEqual([
    'Rules: no message in use is for everyone, from 2026-12-01 00:00',
    'Ashford: no message, from 2026-12-01 00:00',
  ])
  const later = rule({
    name: 'Later',
    position: 5,
    activeFrom: new Date('2026-12-01T00:00:00Z'),
    postText: 'x'.repeat(281),
  })
  expect(
    checkMessages({ rules: [vacant, later, rule()], seats: ashford, supporterIds: new Set(), campaign, now })
      .problems[0],
  ).toMatchObject({ where: 'Ashford', from: later.activeFrom })
})

test('a rule that serves no constituency is a warning, and each constituency is listed with its rule', () => {
  const wales = rule({ name: 'Wales', position: 5, conditions: { ...noConditions, nation: 'Wales' } })
  const report = checkMessages({
    rules: [vacant, wales, rule()],
    seats: ashford,
    supporterIds: new Set(),
    campaign,
    now,
  })
  expect(report.warnings).toEqual([{ where: 'Rule “Wales”', warning: 'no seat gets it' }])
  expect(report.problems).toEqual([])
  expect(report.rulesOfSeats).toEqual([{ code: 'E14001069', seat: 'Ashford', rule: 'Default', ruleId: null }])
})

test('rules about posts are tried for MPs who hold none yet: thoroughly for all', () => {
  const tooLong = rule({
    position: 5,
    name: 'Government',
    conditions: { ...noConditions, isInGovernment: true },
    emailBody: 'a'.repeat(1_900),
  })
  const bath = all.filter(({ name }) => name === 'Bath' || name === 'Ashford')
  const found = (isThorough: boolean) =>
    checkMessages({ rules: [vacant, tooLong, rule()], seats: bath, supporterIds: new Set(), campaign, now, isThorough })
  expect(found(false).problems.map(({ where }) => where)).toHaveLength(1)
  expect(found(true).problems.map(({ where }) => where)).toEqual([
    'Ashford, if its MP were in government',
    'Bath, if its MP were in government',
  ])
  expect(found(true).warnings).toEqual([])
  expect(
    checkMessages({ rules: messageSeed(), seats: all, supporterIds: new Set(), campaign, now, isThorough: true })
      .problems,
  ).toEqual([])
})
