import { z } from 'zod'
import { parseSpan } from '@/lib/actions/model/figures-query'
import { formatFiguresCsv, formatMessageCsv } from '@/lib/actions/figures-csv'
import { getFigures } from '@/lib/actions/get-figures'
import { requireStaff } from '../../_request/require-staff'
import { readMessageLines } from '../../figures/read-message-lines'
import { answerCsv } from '../../_request/answer-csv'

const byShape = z.enum(['day', 'nation', 'source', 'message']).catch('day')

/** The figures for a date range, as CSV. */
export async function GET(request: Request) {
  await requireStaff('editor')
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const [by, span] = [byShape.parse(asked.by), parseSpan(asked, new Date())]
  const csv =
    by === 'message'
      ? formatMessageCsv((await readMessageLines(span)).lines)
      : formatFiguresCsv(await getFigures(span), by)
  return answerCsv(csv, `figures-by-${by}-${span.from}-to-${span.to}`)
}
