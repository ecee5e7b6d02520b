import 'server-only'
import { getFigures } from '../actions/get-figures'
import { lastDays } from '../actions/model/figures-query'
import { describeAction, describeDeed } from '../audit/words'
import { getCampaign } from '../campaign/get'
import type { Goal } from '../campaign/model/campaign'
import { addDays, formatMoment } from '../shared/model/uk-time'
import { countSeats } from './data/week'
import { compareWeeks, type WeekLine } from './model/week'
import { showLog } from './show-log'

/** What Monday's questions ask: this week and the week before, and what people did at the desk. */
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
const toLive = /\.(?:published|switched)$/

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
  const deeds = log.deeds.flatMap(({ lines, size }) => {
    const [line] = lines
    if (!line || line.action === 'staff.signed-in') return []
    const { action, entity, entityName, actor, at } = line
    const what = size > 1 ? describeDeed(action, entity, size) : `${describeAction(action)} ${entityName ?? ''}`.trim()
    return [{ action, text: `${actor ?? 'The command line'} ${what}, ${formatMoment(at)}` }]
  })
  const texts = (chosen: typeof deeds) => chosen.slice(0, shownDeeds).map(({ text }) => text)
  return {
    from,
    to,
    channels: compareWeeks(figures.totals, before.totals),
    seats,
    goal,
    live: texts(deeds.filter(({ action }) => toLive.test(action))),
    done: texts(deeds.filter(({ action }) => !toLive.test(action))),
  }
}
