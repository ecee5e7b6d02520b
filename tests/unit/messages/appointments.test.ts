import { expect, test } from 'vitest'
import { directorySeed } from '@/lib/members/data/read-seed'
import type { PostKind } from '@/lib/members/model/post'
import { messageSeed } from '@/lib/messages/data/read-seed'
import { composeMessage, composeSeatTraits, type MessageSeat } from '@/lib/messages/model/message'
import { chooseRule, parseRuleTexts } from '@/lib/messages/model/rule'
import { composeBody, noDetails } from '@/lib/messages/model/visitor-details'

const seats: MessageSeat[] = directorySeed().seats.map(({ member, ...seat }) => ({ ...seat, mp: member }))
// Those who sit and are not the Speaker: their own messages come first.
const asked = seats.filter(({ mp }) => mp && !['Speaker', 'Sinn Féin'].includes(mp.party))

function seatOf(name: string): MessageSeat {
  const seat = seats.find((each) => each.name === name)
  if (!seat) throw new Error(`no seat ${name}`)
  return seat
}

function compose(
  seat: MessageSeat,
  minister: { ministerMemberId: number | null; ministerHandle: string | null } = nobody,
) {
  const campaign = {
    ...minister,
    minister: 'the Home Secretary',
    ministerTitle: 'the Home Secretary',
    hashtags: ['#A'],
    siteUrl: 'https://example.org',
  }
  const choice = chooseRule(messageSeed(), composeSeatTraits(seat, new Set(), campaign))
  const read = choice.outcome === 'chosen' && parseRuleTexts(choice.rule)
  if (!read || read.outcome === 'refused') throw new Error('no message')
  const { post, subject, body } = composeMessage(read.templates, seat, campaign)
  return { rule: choice.rule.name, post, subject, body: composeBody(body, noDetails) }
}

const nobody = { ministerMemberId: null, ministerHandle: null }

test('the minister’s own constituency asks the minister, and nobody else; none is asked to write to themselves', () => {
  for (const seat of asked) {
    const as = { ministerMemberId: seat.mp?.id ?? null, ministerHandle: 'TheMinister' }
    const { rule, post, subject, body } = compose(holding(seat, 'government'), as)
    expect(rule, seat.name).toMatch(/^The minister/)
    expect(post + subject + body, seat.name).not.toMatch(/Home Secretary|TheMinister/)
    expect(body, seat.name).toContain('You are also the minister')
    expect((post + body).includes('independent guardian')).toBe(['England', 'Wales'].includes(seat.nation))
  }
  expect(
    seats.filter((seat) => /^The minister/.test(compose(seat, { ...nobody, ministerMemberId: 172 }).rule)),
  ).toHaveLength(1)
})

test('members of the government are asked to speak to their colleague, since they put no questions', () => {
  for (const seat of asked) {
    const { rule, post, body } = compose(holding(seat, 'government'))
    expect(rule, seat.name).toMatch(/^Member of the government/)
    expect(body, seat.name).toContain('raise this with your colleague the Home Secretary')
    expect(post, seat.name).toContain('your colleague the Home Secretary')
    expect((post + body).includes('independent guardian')).toBe(['England', 'Wales'].includes(seat.nation))
  }
  // The front bench opposite and those in the chair can ask, like anybody.
  for (const kind of ['opposition', 'chair'] as const)
    expect(compose(holding(seatOf('Ashford'), kind)).rule).toBe('England and Wales, and all others')
})

test('rules are asked about posts as Parliament lists them, and about the minister as staff name them', () => {
  const seat = seatOf('Bath')
  const ask = (each: MessageSeat, ministerMemberId: number | null = null) => {
    const { isMinister, isInGovernment, isInOpposition, chairsCommittee } = composeSeatTraits(each, new Set(), {
      ministerMemberId,
    })
    return { isMinister, isInGovernment, isInOpposition, chairsCommittee }
  }
  const none = { isMinister: false, isInGovernment: false, isInOpposition: false, chairsCommittee: false }
  expect(ask(seat)).toEqual(none)
  expect(ask({ ...seat, mp: null }, 1)).toEqual(none)
  expect(ask(seat, seat.mp?.id)).toEqual({ ...none, isMinister: true })
  expect(ask(holding(seat, 'government'))).toEqual({ ...none, isInGovernment: true })
  expect(ask(holding(seat, 'opposition'))).toEqual({ ...none, isInOpposition: true })
  expect(ask(holding(seat, 'chair'))).toEqual({ ...none, chairsCommittee: true })
})

/** The seat with an MP who holds such a post. */
function holding(seat: MessageSeat, kind: PostKind): MessageSeat {
  return { ...seat, mp: seat.mp && { ...seat.mp, posts: [{ kind, title: 'A post' }] } }
}
