import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Action,
  kinds,
  sortActions,
  tallyByDay,
  tallyByMessage,
  tallyBySeat,
  tallyBySource,
} from '@/lib/actions/model/action'
import { channels } from '@/lib/actions/model/channel'

const action: fc.Arbitrary<Action> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 2 }),
  seatCode: fc.constantFrom('E14001063', 'W07000102', 'N05000001'),
  channel: fc.constantFrom(...channels),
  kind: fc.constantFrom(...kinds),
  isPersonal: fc.option(fc.boolean()),
  ruleId: fc.option(fc.integer({ min: 1, max: 3 })),
  source: fc.option(fc.string({ maxLength: 40 })),
  day: fc.constantFrom('2026-11-21', '2026-11-22'),
})
const actions = fc.array(action, { maxLength: 60 })

test('a batch has each key once, keeping the first, in an order that doesn’t depend on the callers', () => {
  fc.assert(
    fc.property(actions, (given) => {
      const sorted = sortActions(given)
      expect(new Set(sorted.map(({ key }) => key))).toEqual(new Set(given.map(({ key }) => key)))
      for (const kept of sorted) expect(given.find(({ key }) => key === kept.key)).toBe(kept)
      expect(sortActions(given.toReversed()).map(({ key }) => key)).toEqual(sorted.map(({ key }) => key))
    }),
  )
})

test('the tallies count every action once, in its own group, in a fixed order', () => {
  fc.assert(
    fc.property(actions, (given) => {
      const days = tallyByDay(given)
      for (const { count, seatCode, channel, kind, day } of days) {
        const same = given.filter(
          (a) => a.seatCode === seatCode && a.channel === channel && a.kind === kind && a.day === day,
        )
        expect(count).toBe(same.length)
      }
      expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      expect(tallyBySeat(given).reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      const sources = tallyBySource(given)
      for (const { count, source, kind, channel, day, wording } of sources) {
        const isPersonal = { own: true, ours: false, '': null }[wording]
        const same = given.filter(
          (a) =>
            (a.source ?? '') === source &&
            a.kind === kind &&
            a.channel === channel &&
            a.day === day &&
            a.isPersonal === isPersonal,
        )
        expect(count).toBe(same.length)
      }
      expect(sources.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      const messages = tallyByMessage(given)
      for (const { count, ...group } of messages)
        expect(count).toBe(
          given.filter((a) => Object.entries(group).every(([name, value]) => a[name as keyof Action] === value)).length,
        )
      expect(messages.reduce((sum, { count }) => sum + count, 0)).toBe(
        given.filter(({ ruleId }) => ruleId !== null).length,
      )
      expect(tallyByDay(given.toReversed())).toEqual(days)
    }),
  )
})
