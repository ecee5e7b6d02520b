import type { Metadata } from 'next'
import { FigureCharts } from '@/components/desk/actions/figure-charts'
import { MessageTables } from '@/components/desk/actions/message-tables'
import { FiguresTabs } from '@/components/desk/actions/figures-tabs'
import { SpanForm } from '@/components/desk/actions/span-form'
import { type Figures, listDays } from '@/lib/actions/model/figures'
import { addDays } from '@/lib/shared/model/uk-time'
import { lastDays, parseSpan, spanDays } from '@/lib/actions/model/figures-query'
import { sumChannels } from '@/lib/actions/model/public-counts'
import { getFigures } from '@/lib/actions/get-figures'
import { countSent } from '@/lib/letters/data/desk'
import { nameSources } from '@/lib/actions/source-links'
import { countWaiting } from '@/lib/actions/held-bursts'
import { readMessageLines } from './read-message-lines'
import { requireStaff } from '../_request/require-staff'
import '../../styles/charts.css'
import '../../styles/desk/figures.css'

export const metadata: Metadata = { title: 'Figures' }

const number = new Intl.NumberFormat('en-GB')
const percent = new Intl.NumberFormat('en-GB', { style: 'percent' })

export default async function FiguresPage({ searchParams }: PageProps<'/staff/figures'>) {
  const { role } = await requireStaff('editor')
  const now = new Date()
  const span = parseSpan(await searchParams, now)
  const days = listDays(span.from, span.to).length
  const earlier = { from: addDays(span.from, -days), to: addDays(span.to, -days) }
  const [figures, before, waiting, sent, sentBefore, messages] = await Promise.all([
    getFigures(span),
    getFigures(earlier),
    countWaiting(),
    countSent(span),
    countSent(earlier),
    readMessageLines(span),
  ])
  const sourceNames = await nameSources(figures.bySource.flatMap(({ source }) => source ?? []))
  const isEmpty = sent === 0 && sumChannels(figures.totals.opened) === 0 && sumChannels(figures.totals.confirmed) === 0
  return (
    <>
      <h1>Figures</h1>
      <FiguresTabs current="/staff/figures" role={role} />
      {waiting > 0 && (
        <p>
          {waiting === 1
            ? '1 message is waiting for a publisher to check it, and isn’t'
            : `${number.format(waiting)} messages are waiting for a publisher to check them, and aren’t`}{' '}
          in these figures.
        </p>
      )}
      <SpanForm span={span} presets={spanDays.map((days) => ({ days, ...lastDays(days, now) }))} />
      {isEmpty ? (
        <p>Nobody opened a message on these days. Choose others above.</p>
      ) : (
        <Shown
          figures={figures}
          before={before}
          sourceNames={sourceNames}
          sent={{ now: sent, before: sentBefore }}
          messages={messages}
        />
      )}
    </>
  )
}

type ShownProps = {
  figures: Figures
  before: Figures
  sourceNames: Map<string, string>
  sent: { now: number; before: number }
  messages: Awaited<ReturnType<typeof readMessageLines>>
}

function Shown({ figures, before, sourceNames, sent, messages }: ShownProps) {
  const { totals, personal, from, to } = figures
  const [byDay, byNation, bySource, byMessage] = (['day', 'nation', 'source', 'message'] as const).map(
    (by) => `/staff/api/figures.csv?by=${by}&from=${from}&to=${to}`,
  )
  return (
    <>
      <dl className="staff-figures">
        <div>
          <dt>Opened</dt>
          <dd>{number.format(sumChannels(totals.opened))}</dd>
          <dd className="fine">{number.format(sumChannels(before.totals.opened))} in as many days before</dd>
        </div>
        <div>
          <dt>Confirmed as sent</dt>
          <dd>{number.format(sumChannels(totals.confirmed))}</dd>
          <dd className="fine">{number.format(sumChannels(before.totals.confirmed))} in as many days before</dd>
        </div>
        {sent.now + sent.before > 0 && (
          <div>
            <dt>Letters sent from here</dt>
            <dd>{number.format(sent.now)}</dd>
            <dd className="fine">{number.format(sent.before)} in as many days before; neither opened nor confirmed</dd>
          </div>
        )}
        <div>
          <dt>Emails with words of their own</dt>
          <dd>
            {personal.known === 0
              ? 'not known'
              : `${percent.format(personal.own / personal.known)} of ${number.format(personal.known)}`}
          </dd>
        </div>
      </dl>
      <p>
        As files for a spreadsheet: <a href={byDay}>by day</a>, <a href={byNation}>by nation</a>,{' '}
        <a href={bySource}>by source</a>, <a href={byMessage}>by message</a>.
      </p>
      <h2>Charts and tables</h2>
      <FigureCharts figures={figures} sourceNames={sourceNames} />
      <MessageTables {...messages} />
    </>
  )
}
