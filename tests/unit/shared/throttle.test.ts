import { expect, test } from 'vitest'
import { createThrottle } from '@/lib/shared/throttle'

test('of 9,011 lines of two kinds in 75 seconds, four are written and the rest counted', () => {
  let now = 0
  const throttle = createThrottle(() => now)
  let written = 0
  let told = 0
  for (let line = 0; line < 9_011; line++) {
    now = (line / 9_011) * 75_000
    const { isAdmitted, leftOut } = throttle.admit(line % 2 ? 'no database' : 'not counted')
    if (isAdmitted) written++
    told += leftOut
  }
  now = 200_000
  for (const { leftOut } of throttle.takeLeftOut()) told += leftOut
  expect(written).toBe(4)
  expect(written + told).toBe(9_011)
  expect(throttle.takeLeftOut()).toEqual([])
})

test('lines that are all different don’t fill the memory or the log', () => {
  const throttle = createThrottle(() => 0)
  const admitted = Array.from({ length: 100_000 }, (_, line) => throttle.admit(`kind ${line}`)).filter(
    ({ isAdmitted }) => isAdmitted,
  )
  expect(admitted.length).toBe(201)
})
