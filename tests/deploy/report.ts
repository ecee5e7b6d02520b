// What the check prints: a line for each promise, and at the end how many did not hold.
let failed = 0

/** Runs one check and says how it went; the rest goes on. */
export async function check(promise: string, prove: () => Promise<unknown>): Promise<void> {
  try {
    await prove()
    console.log(`✓ ${promise}`)
  } catch (error) {
    failed++
    console.log(`✗ ${promise}\n  ${String(error instanceof Error ? error.message : error).replaceAll('\n', '\n  ')}`)
  }
}

export const countFailed = () => failed

/** Asks again until an answer is right, for up to ten seconds. */
export async function until<T>(what: string, ask: () => Promise<T> | T, isRight: (answer: T) => boolean): Promise<T> {
  const end = performance.now() + 10_000
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (performance.now() > end) throw new Error(`${what}: still ${JSON.stringify(answer)?.slice(0, 300)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
