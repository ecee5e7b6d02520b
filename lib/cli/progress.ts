import { SingleBar } from 'cli-progress'

export type Progress = { show: (label: string, done: number, total: number) => void; stop: () => void }

/**
 * A progress bar on a terminal; in a log or a pipe, one line per fifth of a step.
 * @param stream usually standard error, to leave standard output for results
 */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? createBar(stream) : createLines(stream)
}

function createBar(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    stream,
    format: '{label} {bar} {value}/{total}',
    clearOnComplete: true,
    hideCursor: true,
  })
  let current = ''
  return {
    show(label, done, total) {
      if (label !== current) bar.start(total, done, { label })
      else bar.update(done)
      current = label
    },
    stop: () => bar.stop(),
  }
}

function createLines(stream: NodeJS.WriteStream): Progress {
  let printed = ''
  return {
    show(label, done, total) {
      const fifth = `${label} ${Math.floor((done * 5) / total)}`
      if (done > 0 && fifth !== printed && fifth !== `${label} 0`) stream.write(`${label}: ${done} of ${total}\n`)
      printed = fifth
    },
    stop: () => undefined,
  }
}
