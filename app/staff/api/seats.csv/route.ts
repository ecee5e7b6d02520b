import { toUkDay } from '@/lib/shared/model/uk-time'
import { parseSeatSort } from '@/lib/actions/model/figures-query'
import { formatSeatFiguresCsv } from '@/lib/actions/figures-csv'
import { listSeatFigures } from '@/lib/actions/get-figures'
import { requireStaff } from '../../_request/require-staff'
import { answerCsv } from '../../_request/answer-csv'

/** The figures for every seat, as CSV. */
export async function GET(request: Request) {
  await requireStaff('editor')
  const now = new Date()
  const sort = parseSeatSort(new URL(request.url).searchParams.get('sort'))
  return answerCsv(formatSeatFiguresCsv(await listSeatFigures(sort, now)), `figures-by-seat-${toUkDay(now)}`)
}
