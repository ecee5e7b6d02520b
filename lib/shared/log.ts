import 'server-only'
import pino from 'pino'
import { env } from './env'
import { createThrottle } from './throttle'

const throttle = createThrottle(() => performance.now())
const { warn } = pino.levels.values

/**
 * Structured logs on standard output, one JSON object per line. Each kind of warning or error is throttled to one line
 * a minute, with a count of the lines left out, so an outage can’t fill the disk. Never log any part of a postcode, or
 * a visitor’s name, address, email or IP address.
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

/** Starts logging, once a minute, how many lines were left out of kinds that have not recurred since. */
export function startLogSummaries(): void {
  const summarise = () => {
    for (const { kind, leftOut } of throttle.takeLeftOut())
      log.warn({ isSummary: true, kind, leftOut }, 'left out repeated lines')
  }
  setInterval(summarise, 60_000).unref()
}

const isSummary = (arg: unknown) => typeof arg === 'object' && arg !== null && 'isSummary' in arg

// A key of the message, the kind of error and the part of the site: nothing that varies between requests.
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
  const described = Array.isArray(parts)
    ? parts.map((each: unknown) => (typeof each === 'string' ? each : describePart(each)))
    : []
  return [...own, err ? describeKind(err) : '', ...described].join(' ')
}

// The form framework-log.ts gives an error.
function describePart(given: unknown): string {
  const { name, code }: Record<string, unknown> = typeof given === 'object' ? { ...given } : {}
  return `${String(name)} ${String(code)}`
}
