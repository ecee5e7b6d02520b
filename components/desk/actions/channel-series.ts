import { channelWords } from '@/lib/actions/model/channel'
import type { ByChannel } from '@/lib/actions/model/public-counts'

/** The channels as charts and tables show them: as many as can be told apart by their colours. The CSV files have each network. */
export const channelSeries = [
  ...(['x', 'bluesky', 'email', 'letter', 'copy'] as const).map((key) => ({ key, name: channelWords[key] })),
  { key: 'others', name: 'Other networks' } as const,
]

/** Counts by these channels. */
export function groupChannels({
  facebook,
  threads,
  whatsapp,
  share,
  ...counts
}: ByChannel<number>): Record<(typeof channelSeries)[number]['key'], number> {
  return { ...counts, others: facebook + threads + whatsapp + share }
}
