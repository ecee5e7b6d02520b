import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancelOut, listAsLeft, type LinkedChange } from '@/lib/audit/model/undo'

type Made = LinkedChange & { before: number; after: number }

/** A row’s log, the newest first: each step changes it, or undoes what can be undone. */
function play(steps: readonly (number | null)[]): Made[] {
  const made: Made[] = []
  for (const step of steps) {
    const id = made.length + 1
    const current = made[0]?.after ?? 0
    const choices = [...listAsLeft(made)]
    const undoes = step === null ? undefined : choices[step % choices.length]
    const undone = made.find((each) => each.id === undoes)
    made.unshift({ id, undoes: undone?.id ?? null, before: current, after: undone?.before ?? id })
  }
  return made
}

/** The rule as one would explain it: strike out what was undone with its undoing, as long as two stand side by side, the newest first. */
function strikeOut(oldestFirst: readonly LinkedChange[]): readonly LinkedChange[] {
  const at = oldestFirst.findLastIndex(({ id }, index) => oldestFirst[index + 1]?.undoes === id)
  return at < 0 ? oldestFirst : strikeOut(oldestFirst.toSpliced(at, 2))
}

const anySteps = fc.array(fc.option(fc.nat({ max: 5 })), { maxLength: 30 })

test('what can be undone left the row as it is now, and the newest always can', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const made = play(steps)
      const asLeft = listAsLeft(made)
      expect(made.filter(({ id }) => asLeft.has(id)).map(({ after }) => after)).toEqual(
        [...asLeft].map(() => made[0]?.after),
      )
      expect(asLeft.has(made.length)).toBe(made.length > 0)
    }),
  )
})

test('a change can be undone if all that came after it cancels out, two by two', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const made = play(steps)
      const asLeft = listAsLeft(made)
      for (const [at, { id }] of made.entries()) {
        const since = made.slice(0, at)
        expect(strikeOut(since.toReversed()).map((each) => each.id)).toEqual(
          cancelOut(since)
            .map((each) => each.id)
            .reverse(),
        )
        expect(asLeft.has(id)).toBe(cancelOut(since).length === 0)
      }
    }),
  )
})

test('as deep as one likes', () => {
  const asLeft = (...undoes: (number | null)[]) => [
    ...listAsLeft(undoes.map((each, at) => ({ id: at + 1, undoes: each })).reverse()),
  ]
  const [a, b] = [null, null]
  expect(asLeft(a, b)).toEqual([2])
  expect(asLeft(a, b, 2)).toEqual([3, 1]) // A again, or B back
  expect(asLeft(a, b, 2, null, 4)).toEqual([5, 3, 1])
  expect(asLeft(a, b, 2, 3)).toEqual([4, 2])
  expect(asLeft(a, b, 2, 3, 2)).toEqual([5, 1])
  expect(asLeft(a, b, 2, 1)).toEqual([4])
})
