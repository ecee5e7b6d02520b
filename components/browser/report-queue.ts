import { type ActionKind, kinds } from '@/lib/actions/model/action'
import { type Channel, channels } from '@/lib/actions/model/channel'
import { isKeyOfToday } from './browser-key'
import { deliverReport, finalOutcomes } from './deliver-report'
import { getTabItem, setTabItem } from './tab-storage'

/** What we tell the server about one hand-off. No text, and nothing that says who it was. */
export type Report = {
  slug: string
  channel: Channel
  kind: ActionKind
  key: string
  source: string | null
  isPersonal: boolean | null
  /** The message that the page offered. */
  rule: number | null
}

/** The outcome of a report; `queued` until it has been sent. */
export type ReportOutcome = (typeof outcomes)[number]

const outcomes = ['queued', ...finalOutcomes] as const

const name = 'reports'
const maxQueued = 50
// What the browser wouldn't store; it lasts as long as the page.
let unstored: string | null = null
let isSending = false
let timer: ReturnType<typeof setTimeout> | undefined
let failures = 0

/** Gets a hand-off counted, now or once the server can take it. Never throws, and nothing waits for it. */
export function sendReport(report: Report): void {
  write([...read(), report].slice(-maxQueued))
  void sendQueued()
}

/**
 * Sends the queued reports one by one, because a message only counts as sent after it was opened. If the server can't
 * take one, it stays in the queue until the end of the day, when its key expires.
 */
export async function sendQueued(): Promise<void> {
  if (isSending) return
  isSending = true
  clearTimeout(timer)
  for (let [report] = read(); report; [report] = read()) {
    const answer = isKeyOfToday(report.key) ? await deliverReport(report, failures) : ({ outcome: 'refused' } as const)
    setTabItem(`report:${report.slug}`, answer.outcome)
    if (answer.outcome === 'queued') {
      failures++
      timer = setTimeout(() => void sendQueued(), answer.waitMs)
      break
    }
    failures = 0
    write(read().filter((each) => !isSame(each, report)))
  }
  isSending = false
}

/** What happened to this tab's latest report for a seat; null before the first answer. `watchTab` tells of changes. */
export function readReportOutcome(slug: string): ReportOutcome | null {
  const stored = getTabItem(`report:${slug}`)
  return outcomes.find((outcome) => outcome === stored) ?? null
}

/** Sends any reports that earlier pages couldn't, now and whenever the browser comes back online. */
export function sendLateReports(): void {
  void sendQueued()
  addEventListener('online', () => void sendQueued())
}

function isSame(a: Report, b: Report): boolean {
  return a.slug === b.slug && a.channel === b.channel && a.kind === b.kind && a.key === b.key
}

function read(): Report[] {
  try {
    return parse(unstored ?? localStorage.getItem(name) ?? '[]')
  } catch {
    return [] // storage is switched off, or holds something else
  }
}

function write(reports: Report[]): void {
  const text = JSON.stringify(reports)
  try {
    if (reports.length > 0) localStorage.setItem(name, text)
    else localStorage.removeItem(name)
    unstored = null
  } catch {
    unstored = text // storage is full, read-only or switched off
  }
}

function parse(json: string): Report[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter(isReport) : []
}

function isReport(value: unknown): value is Report {
  const { slug, channel, kind, key } = Object(value)
  return typeof slug === 'string' && typeof key === 'string' && channels.includes(channel) && kinds.includes(kind)
}
