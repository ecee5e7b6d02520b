import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type LetterMove, type LetterState, letterStates, moveFrom, moves } from '@/lib/letters/model/state'

// Written down a second time, from the issue: waiting, confirmed, sending, accepted, refused, cancelled, erased.
const legal: Record<LetterState, LetterState[]> = {
  waiting: ['confirmed', 'cancelled', 'erased'],
  confirmed: ['sending', 'erased'],
  sending: ['sending', 'confirmed', 'accepted', 'refused'],
  accepted: ['erased'],
  refused: ['confirmed', 'erased'],
  cancelled: ['erased'],
  erased: [],
}
const anyMove = fc.constantFrom(...(Object.keys(moves) as LetterMove[]))

test('no sequence of moves takes a step that isn’t legal, and none leaves “erased”', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 40 }), (sequence) => {
      let state: LetterState = 'waiting'
      const seen: LetterState[] = [state]
      for (const move of sequence) {
        const next = moveFrom(state, move)
        if (next === null) continue
        expect(legal[state]).toContain(next)
        state = next
        seen.push(state)
      }
      // What was never confirmed never reaches an MP; what was cancelled or erased never does again.
      if (seen.includes('sending')) expect(seen).toContain('confirmed')
      const end = seen.findIndex((each) => each === 'cancelled' || each === 'erased')
      if (end >= 0) expect(seen.slice(end).every((each) => each === 'cancelled' || each === 'erased')).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('every legal step is a move, and every state but “erased” can be erased or ends by itself', () => {
  for (const from of letterStates) {
    const reached = (Object.keys(moves) as LetterMove[]).flatMap((move) => moveFrom(from, move) ?? [])
    expect([...new Set(reached)].sort()).toEqual([...legal[from]].sort())
  }
})

test('one file changes the state of a letter; elsewhere one only comes to be, waiting', () => {
  const files = readdirSync('lib/letters', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const written = files.flatMap((file) =>
    [...readFileSync(`lib/letters/${file}`, 'utf8').matchAll(/data: \{[^}]*\bstate: ([^ ,}]+)|UPDATE "Letter"/g)].map(
      ([, state]) => `${file}: ${state}`,
    ),
  )
  expect(written.sort()).toEqual(["data/letters.ts: 'waiting'", 'data/moves.ts: to'])
})
