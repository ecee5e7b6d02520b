import { z } from 'zod'
import { parseSpan } from '@/lib/actions/model/figures-query'
import { formatFiguresCsv } from '@/lib/actions/figures-csv'
import { getFigures } from '@/lib/actions/get-figures'
import { requireStaff } from '../../_request/require-staff'
import { answerCsv } from '../../_request/answer-csv'

const byShape = z.enum(['day', 'nation', 'source']).catch('day')

/** The figures for a date range, as CSV. */
export async function GET(request: Request) {
  await requireStaff('editor')
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const [by, span] = [byShape.parse(asked.by), parseSpan(asked, new Date())]
  return answerCsv(formatFiguresCsv(await getFigures(span), by), `figures-by-${by}-${span.from}-to-${span.to}`)
}
