import 'server-only'
import pino from 'pino'
import { env } from './env'
import { createThrottle } from './throttle'

const throttle = createThrottle(() => performance.now())
const { warn } = pino.levels.values

/**
 * Structured logs, one JSON object a line, on standard output. Of warnings and errors of one kind one line a
 * minute is written, with the number that was left out before it: an outage would fill a disk. Never log a
 * postcode or a part of one, a name, an address, an email or an IP address of a visitor.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  hooks: {
    logMethod(args, method, level) {
      if (warn === undefined || level < warn || args.some(isSummary)) return method.apply(this, args)
      const { isAdmitted, leftOut } = throttle.admit(`${level} ${kindOf(args)}`)
      if (!isAdmitted) return
      if (leftOut > 0) method.apply(this, [{ leftOut }, 'left out lines like the next one'])
      method.apply(this, args)
    },
  },
})

/** From now on, tells once a minute of what was left out and did not come again. */
export function startLogSummaries(): void {
  const tell = () => {
    for (const { kind, leftOut } of throttle.takeLeftOut())
      log.warn({ isSummary: true, kind, leftOut }, 'left out repeated lines')
  }
  setInterval(tell, 60_000).unref()
}

const isSummary = (arg: unknown) => typeof arg === 'object' && arg !== null && 'isSummary' in arg

// What is said, by what kind of fault, about which part: nothing that differs from request to request.
function kindOf(args: readonly unknown[]): string {
  return args
    .map((arg) => (typeof arg === 'string' ? arg : describeKind(arg)))
    .join(' ')
    .slice(0, 300)
}

function describeKind(given: unknown): string {
  if (given instanceof Error) return `${given.name} ${'code' in given ? String(given.code) : ''}`
  if (typeof given !== 'object' || given === null) return ''
  const { err, part, reason, task, parts }: Record<string, unknown> = { ...given }
  const own = [part, reason, task].filter((value) => typeof value === 'string')
  const told = Array.isArray(parts)
    ? parts.map((each: unknown) => (typeof each === 'string' ? each : describeTold(each)))
    : []
  return [...own, err ? describeKind(err) : '', ...told].join(' ')
}

// What framework-log.ts makes of an error.
function describeTold(given: unknown): string {
  const { name, code }: Record<string, unknown> = typeof given === 'object' ? { ...given } : {}
  return `${String(name)} ${String(code)}`
}
