import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composePublication, drawHeldBack, type Publication, startOfPeriod } from '@/lib/actions/model/publication'

const asOf = new Date('2026-11-26T10:00:00Z')
const seatCode = 'E14001063'
const largest = 100 // only one offset in 5,000 million is larger
const chance = (heldBack: number) => 0.2 * 0.8 ** heldBack

/** A uniform number that yields one offset for a seat, and another for all seats. */
const uniformFor = (heldBack: number) => 1 - 0.8 ** (heldBack + 0.5)

/** Everything that the public answers say about one seat, channel and kind, when nobody else has written at all. */
function publish(count: number, heldBack: number, heldBackOfAll: number) {
  const uniformOf = (name: string) => uniformFor(name.startsWith('all') ? heldBackOfAll : heldBack)
  return composePublication(count === 0 ? [] : [{ seatCode, kind: 'opened', channel: 'email', count }], asOf, uniformOf)
}

const tell = ({ seats, seatsContacted, totals }: Publication) =>
  JSON.stringify([seats, seatsContacted, totals.opened.email])

test('the offset is geometric with a mean of 4, and has no maximum', () => {
  for (let heldBack = 0; heldBack <= largest; heldBack++) expect(drawHeldBack(uniformFor(heldBack))).toBe(heldBack)
  const draws = Array.from({ length: 100_000 }, (_, at) => drawHeldBack(at / 100_000))
  expect(draws.reduce((sum, each) => sum + each, 0) / draws.length).toBeCloseTo(4, 1)
  expect(draws.filter((each) => each === 0).length / draws.length).toBeCloseTo(0.2, 2)
})

test('every number is a lower bound, and those of a constituency are in steps of 5', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(30), fc.nat(30), (count, heldBack, ofAll) => {
      const { seats, seatsContacted, totals } = publish(count, heldBack, ofAll)
      const shown = seats[seatCode]?.opened?.email
      expect(shown === undefined || (shown >= 5 && shown % 5 === 0 && shown <= count)).toBe(true)
      expect(totals.opened.email).toBe(Math.max(0, count - ofAll))
      expect(seatsContacted).toBe(count > heldBack ? 1 : 0)
    }),
  )
})

// The strongest observer knows that nobody else wrote to any other MP, adds any number of actions of their own over
// any number of hours, and sees every answer. Of all pairs of a hidden count and an offset that fit what they saw, how
// likely is each count, if all were equally likely before?
test('an observer who adds any number of actions can’t rule out any higher count, and none is likelier than 1 in 5 from the seat, or 36% from all answers', () => {
  fc.assert(
    fc.property(
      fc.nat(30),
      fc.nat(20),
      fc.nat(20),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }),
      (hidden, heldBack, ofAll, additions) => {
        let own = 0
        const owns = [0, ...additions].map((more) => (own += more))
        const seen = owns.map((each) => publish(hidden + each, heldBack, ofAll))
        const ofSeat = (of: Publication) => JSON.stringify([of.seats, of.seatsContacted])
        const weights = (see: (of: Publication) => string, secrets: [number, number][]) => {
          const found = new Map<number, number>()
          for (const [one, all] of secrets) {
            const difference = one - heldBack
            const count = hidden + difference
            if (
              count < 0 ||
              !owns.every((each, at) => see(publish(count + each, one, all)) === see(seen[at] ?? publish(0, 0, 0)))
            )
              continue
            found.set(count, (found.get(count) ?? 0) + chance(one) * chance(all))
          }
          return found
        }
        const most = (found: Map<number, number>) =>
          Math.max(...found.values()) / [...found.values()].reduce((sum, each) => sum + each, 0)
        // Another count with an offset that differs by the same amount gives the same answers, however long one
        // watches.
        const alone = weights(
          ofSeat,
          Array.from({ length: 60 }, (_, one): [number, number] => [one, 0]),
        )
        expect(alone.size).toBeGreaterThan(20)
        expect(most(alone)).toBeLessThan(0.2 + 1e-4)
        const both = weights(
          tell,
          Array.from({ length: 60 }, (_, one): [number, number] => [one, ofAll + one - heldBack]).filter(
            ([, all]) => all >= 0,
          ),
        )
        expect(both.size).toBeGreaterThan(20)
        expect(most(both)).toBeLessThan(0.36 + 1e-4)
      },
    ),
    { numRuns: 60 },
  )
})

test('a period starts at the full hour', () => {
  expect(startOfPeriod(new Date('2026-11-26T10:59:59.999Z'), 60)).toEqual(asOf)
  expect(startOfPeriod(asOf, 60)).toEqual(asOf)
})
