import 'server-only'
import { getFigures } from '../actions/get-figures'
import { lastDays } from '../actions/model/figures-query'
import type { AuditLine } from '../audit/model/entry'
import { describeAction, describeDeed } from '../audit/words'
import { getCampaign } from '../campaign/get'
import type { Goal } from '../campaign/model/campaign'
import { addDays, formatMoment } from '../shared/model/uk-time'
import { listDeskRules } from '../messages/data/desk'
import { countSeats, listOnWall } from './data/week'
import { listStanding } from './model/standing'
import { compareWeeks, type WeekLine } from './model/week'
import { showLog } from './show-log'

/**
 * What Monday's questions ask: this week and the week before, and what people did at the desk. `live`: what of it
 * visitors see now, or from when; `done`: the rest.
 */
export type Week = {
  from: string
  to: string
  channels: WeekLine[]
  seats: Awaited<ReturnType<typeof countSeats>>
  goal: Goal | null
  live: string[]
  done: string[]
}

const shownDeeds = 6
/** The last seven days of the campaign, for the desk's first page. */
export async function getWeek(now: Date): Promise<Week> {
  const { from, to } = lastDays(7, now)
  const [figures, before, seats, { goal }, log] = await Promise.all([
    getFigures({ from, to }),
    getFigures({ from: addDays(from, -7), to: addDays(to, -7) }),
    countSeats(from, to),
    getCampaign(now),
    showLog({}),
  ])
  const findLive = await loadLive(
    log.deeds.flatMap(({ lines }) => lines),
    now,
  )
  const deeds = log.deeds.flatMap(({ lines, size }) => {
    const [line] = lines
    if (!line || line.action === 'staff.signed-in') return []
    const live = lines.flatMap((each) => findLive(each) ?? [])
    const [first] = live
    const isCut = size > lines.length
    // What isn't live any more, or never was, is left out of what went live.
    const shown = first && !isCut ? { line: first.line, size: live.length } : { line, size }
    const onWall = first && isCut ? `, at least ${live.length} of them live` : ''
    return [
      {
        isLive: first !== undefined,
        text: `${describe(shown)}${onWall}, ${formatMoment(line.at)}${first?.from ?? ''}`,
      },
    ]
  })
  const texts = (chosen: typeof deeds) => chosen.slice(0, shownDeeds).map(({ text }) => text)
  return {
    from,
    to,
    channels: compareWeeks(figures.totals, before.totals),
    seats,
    goal,
    live: texts(deeds.filter(({ isLive }) => isLive)),
    done: texts(deeds.filter(({ isLive }) => !isLive)),
  }
}

function describe({ line: { action, actor, entity, entityName }, size }: { line: AuditLine; size: number }): string {
  const what = size > 1 ? describeDeed(action, entity, size) : `${describeAction(action)} ${entityName ?? ''}`.trim()
  return `${actor ?? 'The command line'} ${what}`
}

type Live = { line: AuditLine; from: string }

/** Finds out of a change whether visitors see what it made, or from when they will; undefined for neither. */
async function loadLive(lines: readonly AuditLine[], now: Date): Promise<(line: AuditLine) => Live | undefined> {
  const standing = listStanding(lines)
  const made = lines.filter(({ id }) => standing.has(id))
  const [rules, onWall] = await Promise.all([
    listDeskRules(),
    listOnWall(made.flatMap(({ entity, entityId }) => (entity === 'supporter' ? Number(entityId) : []))),
  ])
  return (line) => {
    if (!standing.has(line.id)) return undefined
    if (line.entity === 'supporter') return onWall.has(Number(line.entityId)) ? { line, from: '' } : undefined
    if (line.entity !== 'message-rule') return { line, from: '' }
    const content = rules.find(({ id }) => String(id) === line.entityId)?.published?.content
    if (!content?.isActive || (content.activeUntil && content.activeUntil <= now)) return undefined
    const { activeFrom } = content
    return { line, from: activeFrom && activeFrom > now ? `: from ${formatMoment(activeFrom)}` : '' }
  }
}
