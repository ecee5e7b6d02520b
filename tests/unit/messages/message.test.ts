import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseMessageSeed } from '@/lib/messages/model/seed'
import { composeMessage, composeSeatTraits, composeSeatValues, type MessageSeat } from '@/lib/messages/model/message'
import {
  chooseRule,
  listMatchingRules,
  type MessageRule,
  noConditions,
  parseRuleTexts,
} from '@/lib/messages/model/rule'
import { parseDirectorySeed } from '@/lib/members/model/seed'
import { parseSupporterSeed } from '@/lib/supporters/model/seed'
import { composeBody, noDetails } from '@/lib/messages/model/visitor-details'

const campaign = {
  minister: 'the Home Secretary',
  ministerTitle: 'the Home Secretary',
  ministerHandle: null,
  ministerMemberId: null,
  hashtags: ['#StableFutures', '#AllChildren'],
  siteUrl: 'https://stablefutures.example',
}
const rules = parseMessageSeed(readFileSync('prisma/seed/messages.json', 'utf8'))
const supporters = parseSupporterSeed(readFileSync('prisma/seed/supporters.json', 'utf8')).flatMap(
  ({ kind, memberId, name }) => (kind === 'mp' && memberId !== null ? [{ id: memberId, name }] : []),
)
const seats: MessageSeat[] = parseDirectorySeed(readFileSync('prisma/seed/seats.json', 'utf8')).seats.map(
  ({ member, ...seat }) => ({ ...seat, mp: member }),
)
const supporterIds = new Set(supporters.map(({ id }) => id))

function seatOf(name: string): MessageSeat {
  const seat = seats.find((each) => each.name === name)
  if (!seat) throw new Error(`no seat ${name}`)
  return seat
}

function compose(seat: MessageSeat, ids: ReadonlySet<number> = supporterIds) {
  const choice = chooseRule(rules, composeSeatTraits(seat, ids, campaign))
  if (choice.outcome !== 'chosen') throw new Error(choice.outcome)
  const read = parseRuleTexts(choice.rule)
  if (read.outcome === 'refused') throw new Error(JSON.stringify(read.problems))
  const { post, subject, body } = composeMessage(read.templates, seat, campaign)
  return { rule: choice.rule.name, post, subject, body: composeBody(body, noDetails) }
}

describe('the shipped messages', () => {
  test('the post asks first, then has the hashtags, then the MP’s handle', () => {
    expect(compose(seatOf('Ashford'))).toMatchObject({
      rule: 'England and Wales, and all others',
      post:
        'Trafficked and unaccompanied children deserve a plan, and an independent guardian to help them access their rights. #StableFutures #AllChildren\n\n' +
        '@sojanuk, please raise this with the Home Secretary. https://stablefutures.example',
    })
  })

  test.each([
    ['Manchester Rusholme', 'Supporter'],
    ['Ceredigion Preseli', 'Supporter'],
    ['Chorley', 'The Speaker'],
    ['Mid Ulster', 'MP who does not take their seat'],
    ['Belfast East', 'Northern Ireland'],
    ['Aberdeen South', 'Scotland'],
    ['Ynys Môn', 'England and Wales, and all others'],
  ])('%s is served by: %s', (name, rule) => expect(compose(seatOf(name)).rule).toBe(rule))

  test('the guardian ask goes only to England and Wales, whoever the MP is', () => {
    for (const seat of seats) {
      const isAsked = seat.nation === 'England' || seat.nation === 'Wales'
      for (const ids of [supporterIds, new Set(seat.mp ? [seat.mp.id] : [])]) {
        const { post, subject, body } = compose(seat, ids)
        expect((post + subject + body).includes('independent guardian'), seat.name).toBe(isAsked)
        expect(body, seat.name).toContain('long-term arrangement')
        expect(body.includes('no comprehensive service'), seat.name).toBe(isAsked)
      }
    }
  })

  test('the email starts with residence, thanks a supporter, and ends its subject with the constituency', () => {
    for (const seat of seats) {
      const { subject, body } = compose(seat)
      expect(subject.endsWith(` – ${seat.name}`), seat.name).toBe(true)
      expect(body.split('\n\n')[1], seat.name).toMatch(new RegExp(`^I live in ${seat.name} and you are my MP\\.`))
      expect(body.endsWith(`\n\nYours sincerely,\nA constituent in ${seat.name}`), seat.name).toBe(true)
      expect(body).not.toMatch(/[[\]{}]/)
      expect(body.includes('Thank you for supporting'), seat.name).toBe(
        seat.mp !== null && supporterIds.has(seat.mp.id),
      )
    }
    expect(compose(seatOf('Holborn and St Pancras')).body).toMatch(/^Dear Sir Keir,\n/)
  })

  test('a letter has one question, the campaign’s name and address, and about 120 words before the visitor’s own', () => {
    for (const { name, emailBody } of rules) {
      const paragraphs = emailBody.split('\n\n')
      expect(paragraphs[2], name).toBe('{why_it_matters} {local_link}')
      expect(emailBody.match(/\?/g), name).toHaveLength(1)
      expect(paragraphs.at(-2), name).toBe('Read more: Stable Futures, {site_url}')
      expect(paragraphs.at(-1), name).toBe('Yours sincerely,\n{sender_name}\n{sender_address}\n{sender_postcode}')
      expect(emailBody.split(/\s+/).length - 2, name).toBeLessThanOrEqual(145)
      // Each ’ takes nine characters in a link.
      expect(emailBody, name).not.toMatch(/[^\0-\x7f]/)
    }
  })

  test('a vacant seat has its own text that names nobody', () => {
    for (const seat of seats) {
      const { rule, post, subject, body } = compose({ ...seat, mp: null })
      expect(rule).toBe('Vacant seat')
      expect(post + subject + body).not.toMatch(/guardian|@|undefined|null|\{|my MP\b/)
    }
  })

  test('the supporters are in the directory under the same names', () => {
    const members = new Map(seats.map(({ mp }) => [mp?.id, mp?.name]))
    expect(supporters.map(({ id, name }) => members.get(id) === name)).toEqual(Array(13).fill(true))
  })
})

test('an MP without X is addressed on Bluesky, and one without either by name', () => {
  const mp = {
    id: 1,
    name: 'Ann Other',
    party: 'Green Party',
    email: null,
    xHandle: null,
    blueskyHandle: 'ann.example',
  }
  const seat = { code: 'E14001063', name: 'Aldershot', nation: 'England', mp }
  expect(composeSeatValues(seat, campaign)).toMatchObject({
    mp_handle: '@ann.example',
    mp_salutation: 'Dear Ann Other',
    hashtags: '#StableFutures #AllChildren',
  })
  expect(composeSeatValues({ ...seat, mp: { ...mp, blueskyHandle: null } }, campaign).mp_handle).toBe('Ann Other')
})

describe('rules', () => {
  const texts = { postText: 'p', emailSubject: 's', emailBody: 'b' }
  const rule = (
    position: number,
    conditions: Partial<MessageRule['conditions']> = {},
    isActive = true,
  ): MessageRule => ({
    position,
    name: `at ${position}`,
    isActive,
    activeFrom: null,
    activeUntil: null,
    conditions: { ...noConditions, ...conditions },
    ...texts,
  })
  const traits = composeSeatTraits(seatOf('Bath'), new Set(), campaign)
  const chosen = (...given: MessageRule[]) => {
    const choice = chooseRule(given, traits)
    return choice.outcome === 'chosen' ? choice.rule.position : choice.outcome
  }

  test('the first match wins, whatever the order of the list; inactive rules are skipped', () => {
    expect(chosen(rule(3), rule(2, { nation: 'England' }), rule(1, { nation: 'Wales' }))).toBe(2)
    expect(chosen(rule(3), rule(2, { nation: 'England' }, false))).toBe(3)
    expect(
      chosen(
        rule(9),
        rule(4, { constituencyCode: traits.constituencyCode, isVacant: false, party: 'Liberal Democrat' }),
      ),
    ).toBe(4)
    expect(chosen(rule(9), rule(4, { isSupporter: true }), rule(5, { abstains: false, isSpeaker: false }))).toBe(5)
    expect(
      listMatchingRules([rule(2), rule(1), rule(0, { isVacant: true })], traits).map(({ position }) => position),
    ).toEqual([1, 2])
  })

  test('without an active default there is a named problem', () => {
    expect(chosen()).toBe('no-default')
    expect(chosen(rule(1, { nation: 'England' }))).toBe('no-default')
    expect(chosen(rule(1, { nation: 'England' }), rule(2, {}, false))).toBe('no-default')
  })

  test('unknown fields, a visitor’s field in a post, and a leading handle are refused by field', () => {
    const read = parseRuleTexts({
      postText: '{mp_handle} {sender_name}',
      emailSubject: '{nobody}',
      emailBody: '{sender_name',
    })
    expect(read.outcome === 'read' ? [] : read.problems.map(({ field }) => field)).toEqual([
      'postText',
      'emailSubject',
      'emailBody',
      'postText',
    ])
    expect(parseRuleTexts({ ...texts, postText: ' @someone hello' }).outcome).toBe('refused')
  })

  test('a text from which a person’s data was erased goes nowhere before somebody has written something else', () => {
    expect(parseRuleTexts({ ...texts, emailBody: 'Ask (erased) too.' })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'emailBody', message: expect.stringContaining('(erased)') }],
    })
  })
})
