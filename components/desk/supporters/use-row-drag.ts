import { type PointerEvent as ReactPointerEvent, useState } from 'react'

type Row = { id: number; place: number }
type Drag = { id: number | null; over: number; side: 'before' | 'after' }

const still: Drag = { id: null, over: -1, side: 'before' }
const edgePixels = 60
const scrollPixels = 12

/**
 * Lets a row be dragged by its grip to another place: by mouse, pen or finger. Escape leaves it where it was.
 * @param rows in the order that is shown
 * @param onDrop told the place, in the whole list, where a row was let go elsewhere than it stood
 * @returns what is dragged, the row that the pointer is over, and on which side of it
 */
export function useRowDrag(rows: readonly Row[], onDrop: (id: number, place: number) => void) {
  const [drag, setDrag] = useState<Drag>(still)

  function grab(id: number, event: ReactPointerEvent) {
    const list = event.currentTarget.closest('ol')
    if (!list || event.button !== 0) return
    event.preventDefault()
    const stop = new AbortController()
    const { signal } = stop
    let now: Drag = { ...still, id }
    const show = (next: Drag) => setDrag((now = next))
    const end = () => {
      stop.abort()
      show(still)
    }
    show(now)
    window.addEventListener(
      'pointermove',
      ({ clientY }) => {
        if (clientY < edgePixels) window.scrollBy(0, -scrollPixels)
        if (clientY > window.innerHeight - edgePixels) window.scrollBy(0, scrollPixels)
        show({ id, ...findRow(list, clientY) })
      },
      { signal },
    )
    window.addEventListener(
      'pointerup',
      () => {
        const place = placeOf(rows, id, now)
        end()
        if (place !== null) onDrop(id, place)
      },
      { signal },
    )
    window.addEventListener('pointercancel', end, { signal })
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal })
  }
  return { ...drag, grab }
}

/** The row at a height of the window, and which of its edges is nearer. */
function findRow(list: Element, y: number): { over: number; side: Drag['side'] } {
  const boxes = [...list.children].map((row) => row.getBoundingClientRect())
  const over = boxes.findIndex(({ bottom }) => y <= bottom)
  const box = boxes[over]
  if (!box) return { over: boxes.length - 1, side: 'after' }
  return { over, side: y < box.top + box.height / 2 ? 'before' : 'after' }
}

/** The place of a row that is let go there, once it has left its own; null when it stays. */
function placeOf(rows: readonly Row[], id: number, { over, side }: Drag): number | null {
  const [from, target] = [rows.find((row) => row.id === id)?.place, rows[over]?.place]
  if (from === undefined || target === undefined) return null
  const gap = side === 'before' ? target - 1 : target // how many of the whole list stand before it
  const place = gap >= from ? gap : gap + 1
  return place === from ? null : place
}
