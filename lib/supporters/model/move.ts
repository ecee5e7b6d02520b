type Placed = { id: number; position: number }

/** The gap between supporters' positions, and the highest position. */
export const positionStep = 10
export const maxPosition = 1_000_000

/**
 * The positions to write to move one item to an index without any clash: only that item's when there is room
 * between its new neighbours, otherwise every position that is out of order.
 * @param list in order
 * @param toIndex from 0; anything past the end means the end
 * @returns empty when nothing needs to move, or the id is unknown
 */
export function planMove(list: readonly Placed[], id: number, toIndex: number): Placed[] {
  const moved = list.find((each) => each.id === id)
  if (!moved) return []
  const others = list.filter((each) => each !== moved)
  const index = Math.min(Math.max(toIndex, 0), others.length)
  const order = [...others.slice(0, index), moved, ...others.slice(index)]
  if (isRising(order)) return []
  const before = order[index - 1]?.position ?? 0
  const after = order[index + 1]?.position ?? before + 2 * positionStep
  const between = Math.floor((before + after) / 2)
  if (isRising(others) && between > before && between < after && between <= maxPosition)
    return [{ id, position: between }]
  return order.flatMap(({ id: each, position }, at) =>
    position === (at + 1) * positionStep ? [] : [{ id: each, position: (at + 1) * positionStep }],
  )
}

function isRising(list: readonly Placed[]): boolean {
  return list.every(({ position }, at) => position > (list[at - 1]?.position ?? 0))
}
