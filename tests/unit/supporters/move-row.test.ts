import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planMove } from '@/lib/supporters/model/move'
import { moveRow } from '@/lib/supporters/model/move-row'

test('what is shown after a move is what the server makes of the whole list, also of a part of it', () => {
  const lists = fc.integer({ min: 1, max: 30 }).chain((length) =>
    fc.record({
      length: fc.constant(length),
      from: fc.integer({ min: 1, max: length }),
      to: fc.integer({ min: 1, max: length }),
      hidden: fc.array(fc.integer({ min: 1, max: length })),
    }),
  )
  // Of another kind, so of another order.
  const other = { id: 0, kind: 'organisation', place: 1 }
  fc.assert(
    fc.property(lists, ({ length, from, to, hidden }) => {
      const list = Array.from({ length }, (_none, index) => ({ id: index + 1, position: (index + 1) * 10 }))
      const planned = new Map(planMove(list, from, to - 1).map(({ id, position }) => [id, position]))
      const whole = list
        .map(({ id, position }) => ({ id, position: planned.get(id) ?? position }))
        .sort((a, b) => a.position - b.position)
      const isShown = ({ id }: { id: number }) => id === from || !hidden.includes(id)
      const expected = whole.map(({ id }, index) => ({ id, kind: 'mp', place: index + 1 })).filter(isShown)
      expect(
        moveRow([...list.filter(isShown).map(({ id }) => ({ id, kind: 'mp', place: id })), other], from, to),
      ).toEqual([...expected, other])
    }),
  )
})

test('whoever is not shown moves nobody', () => {
  expect(moveRow([{ id: 1, kind: 'mp', place: 1 }], 2, 1)).toEqual([{ id: 1, kind: 'mp', place: 1 }])
})
