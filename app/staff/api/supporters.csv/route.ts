import { toUkDay } from '@/lib/shared/model/uk-time'
import { exportSupporters } from '@/lib/supporters/export'
import { requireStaff } from '../../_request/require-staff'

/** Every supporter, as CSV. */
export async function GET() {
  await requireStaff('editor')
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="supporters-${toUkDay(new Date())}.csv"`,
    'cache-control': 'private, no-store',
  }
  return new Response(await exportSupporters(), { headers })
}
