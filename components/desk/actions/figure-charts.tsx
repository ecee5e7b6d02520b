import { formatShortDay } from '@/lib/shared/model/uk-time'
import type { Figures } from '@/lib/actions/model/figures'
import { type ByKind, sumChannels } from '@/lib/actions/model/public-counts'
import { BarChart } from '../../charts/bar-chart'
import { channelSeries, groupChannels } from './channel-series'

const byKind = [
  { key: 'opened', name: 'Opened' },
  { key: 'confirmed', name: 'Confirmed as sent' },
]
const number = new Intl.NumberFormat('en-GB')
const maxSources = 10

// The tables show both kinds side by side. The charts show only what was opened, since kinds must never be added up.
const sums = ({ opened, confirmed }: ByKind<number>) => ({
  opened: sumChannels(opened),
  confirmed: sumChannels(confirmed),
})

/** Charts of the figures for a date range, each with a table. @param sourceNames what staff call each tag */
export function FigureCharts({ figures, sourceNames }: { figures: Figures; sourceNames: Map<string, string> }) {
  const { byDay, byNation, bySource, totals } = figures
  const sources = bySource
    .map(({ source, ...counts }) => ({
      label: source === null ? 'Direct' : (sourceNames.get(source) ?? source),
      values: sums(counts),
    }))
    .sort((a, b) => b.values.opened - a.values.opened)
  return (
    <>
      <BarChart
        id="opened"
        title="Opened, by day"
        rowHeading="Day"
        series={channelSeries}
        description={`${number.format(sumChannels(totals.opened))} in all, stacked by channel.`}
        rows={byDay.map(({ day, opened }) => ({ label: formatShortDay(day), values: groupChannels(opened) }))}
      />
      <BarChart
        id="confirmed"
        title="Confirmed as sent, by day"
        rowHeading="Day"
        series={channelSeries}
        description={`${number.format(sumChannels(totals.confirmed))} in all, stacked by channel.`}
        rows={byDay.map(({ day, confirmed }) => ({ label: formatShortDay(day), values: groupChannels(confirmed) }))}
      />
      <div className="staff-pair">
        <BarChart
          id="nations"
          title="Opened, by nation"
          rowHeading="Nation"
          series={byKind}
          drawn="opened"
          description="Of the MP’s seat."
          rows={byNation.map(({ nation, ...counts }) => ({ label: nation, values: sums(counts) }))}
        />
        <BarChart
          id="sources"
          title="Opened, by source"
          rowHeading="Source"
          series={byKind}
          drawn="opened"
          description={`The ${maxSources} that brought the most. The table shows them all.`}
          rows={sources}
          maxBars={maxSources}
        />
      </div>
    </>
  )
}
