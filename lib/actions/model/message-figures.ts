import { kinds } from './action'
import { channels } from './channel'
import { type FigureRow, groupFigures, sumFigures } from './figures'
import { arrange, type ByKind, sumChannels } from './public-counts'

/** The exact figures of a message; `sent`: letters that began as it and went from here. Never add the kinds up. */
export type MessageLine = { name: string; sent: number } & ByKind<number>

/** What there is to arrange: counts by message and altogether, and the messages' names. */
export type MessageCounts = {
  counted: readonly (FigureRow & { ruleId: number })[]
  all: readonly FigureRow[]
  sent: ReadonlyMap<number, number>
  allSent: number
  names: ReadonlyMap<number, string>
}

/** What staff call that which is counted, but not by message. */
export const unknownMessage = 'Not known by message'

/** Every message that brought something, the one that was opened most first; and last, what isn't known by message. */
export function listMessageLines({ counted, all, sent, allSent, names }: MessageCounts): MessageLine[] {
  const byRule = groupFigures(counted, ({ ruleId }) => String(ruleId))
  const ids = [...new Set([...byRule.keys(), ...[...sent.keys()].map(String)])]
  const lines = ids
    .map((id) => ({
      name: names.get(Number(id)) ?? `Message ${id}`,
      sent: sent.get(Number(id)) ?? 0,
      ...sumFigures(byRule.get(id) ?? []),
    }))
    .sort((a, b) => sumChannels(b.opened) - sumChannels(a.opened) || a.name.localeCompare(b.name, 'en-GB'))
  const [whole, known] = [sumFigures(all), sumFigures(counted)]
  // Two readings: what came in between is in one of them.
  const rest = arrange((kind, channel) => Math.max(0, whole[kind][channel] - known[kind][channel]))
  const restSent = Math.max(0, allSent - [...sent.values()].reduce((sum, count) => sum + count, 0))
  const hasRest = restSent > 0 || kinds.some((kind) => channels.some((channel) => rest[kind][channel] > 0))
  return hasRest ? [...lines, { name: unknownMessage, sent: restSent, ...rest }] : lines
}
