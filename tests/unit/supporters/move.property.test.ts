import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planMove } from '@/lib/supporters/model/move'

const inOrder = (list: { id: number; position: number }[]) =>
  [...list].sort((a, b) => a.position - b.position || a.id - b.id)
const anyList = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 })
  .map((positions) => inOrder(positions.map((position, id) => ({ id, position }))))

test('one stands where it was put, the others keep their order, and no two share a place', () => {
  fc.assert(
    fc.property(anyList, fc.nat(), fc.nat({ max: 25 }), (list, which, toIndex) => {
      const id = list[which % list.length]?.id ?? 0
      const written = new Map(planMove(list, id, toIndex).map((each) => [each.id, each.position]))
      const after = inOrder(list.map((each) => ({ ...each, position: written.get(each.id) ?? each.position })))
      const others = (order: typeof after) => order.filter((each) => each.id !== id).map((each) => each.id)
      expect(after.findIndex((each) => each.id === id)).toBe(Math.min(toIndex, list.length - 1))
      expect(others(after)).toEqual(others(list))
      expect(new Set(after.map(({ position }) => position)).size).toBe(list.length)
      expect(Math.min(...after.map(({ position }) => position))).toBeGreaterThanOrEqual(1)
      expect(planMove(after, id, toIndex)).toEqual([])
    }),
  )
})

test('with room between its neighbours only one is written', () => {
  const list = [10, 20, 30, 40].map((position, id) => ({ id, position }))
  expect(planMove(list, 3, 1)).toEqual([{ id: 3, position: 15 }])
  expect(planMove(list, 0, 3)).toEqual([{ id: 0, position: 50 }])
  expect(planMove(list, 3, 0)).toEqual([{ id: 3, position: 5 }])
  expect(planMove(list, 99, 0)).toEqual([])
})
