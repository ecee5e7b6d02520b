import cliProgress from 'cli-progress'

export type ProgressBar = { update: (share: number, note: string) => void; stop: () => void }

const plainIntervalMs = 5_000

/** A bar on standard error; where that is no terminal, a plain line every five seconds. */
export function createProgressBar(): ProgressBar {
  if (!process.stderr.isTTY) return createPlainProgress()
  const bar = new cliProgress.SingleBar({ format: '{bar} {percentage}% {note}', stream: process.stderr, hideCursor: true, clearOnComplete: true })
  bar.start(100, 0, { note: '' })
  return { update: (share, note) => bar.update(Math.round(share * 100), { note }), stop: () => bar.stop() }
}

function createPlainProgress(): ProgressBar {
  let lastMs = Date.now()
  function update(share: number, note: string): void {
    if (Date.now() - lastMs < plainIntervalMs) return
    lastMs = Date.now()
    console.error(`${Math.round(share * 100)}% ${note}`)
  }
  return { update, stop: () => undefined }
}
