import 'server-only'
import { log } from './log'
import { repeat } from './repeat'
import { findUnknownReason, type UnknownReason } from './unknown-visitors.mjs'

/** What is wrong and how to fix it, for the person who runs the site. */
const unknownVisitorWords: Record<UnknownReason, string> = {
  proxy:
    "Visitors' addresses are unknown: set TRUSTED_PROXY. Requests are coming through a proxy that the site hasn't been told about, so all visitors share one limit. Set TRUSTED_PROXY to the header where your proxy puts the visitor's address, such as x-real-ip, and restart the site.",
  header:
    "Some visitors' addresses are unknown: check your proxy. Some requests have no address in the header that TRUSTED_PROXY names, so they all share one limit. Make your proxy set that header on every request.",
  local:
    'Requests are coming from this computer, so they share one limit. That is fine for trying the site out. Behind a proxy, set TRUSTED_PROXY.',
}

const pollMs = 5_000
const warnMs = 3_600_000
let warned: { reason: UnknownReason; at: number } | undefined

/** Starts logging a warning when visitors’ addresses are unknown, at most once an hour per reason. */
export function startWarningOfUnknownVisitors(): void {
  repeat(pollMs, () => warn(new Date()), 'could not check whether visitors’ addresses are known')
}

function warn(now: Date): void {
  const reason = findUnknownReason(now)
  if (!reason || (warned?.reason === reason && now.getTime() - warned.at < warnMs)) return
  // Trying the site out locally is worth mentioning only once.
  if (reason !== 'local') log.warn({ reason }, unknownVisitorWords[reason])
  else if (!warned) log.info({ reason }, unknownVisitorWords.local)
  warned = { reason, at: now.getTime() }
}

/**
 * Why visitors’ addresses are unknown, for the health check and the desk; null if they are known or there are no
 * visitors yet.
 */
export function getUnknownVisitors(now: Date): { reason: UnknownReason; advice: string } | null {
  const reason = findUnknownReason(now)
  return reason && { reason, advice: unknownVisitorWords[reason] }
}
