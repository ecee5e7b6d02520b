import type { Metadata } from 'next'
import { ImportForm } from '@/components/desk/supporters/import-form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { supporterColumns } from '@/lib/supporters/csv/columns'
import { requireStaff } from '../../_request/require-staff'
import { submitImport, submitImportCheck } from './actions'
import '../../../styles/desk/import.css'
import '../../../styles/desk/task.css'

export const metadata: Metadata = { title: 'Import supporters' }

export default async function ImportPage() {
  const staff = await requireStaff('editor')
  return (
    <>
      <p>
        <a href="/staff/supporters">All supporters</a>
      </p>
      <h1>Import supporters</h1>
      <p>
        Many supporters at once, by a file from a spreadsheet. The easiest way:{' '}
        <a href="/staff/api/supporters.csv">download all supporters</a>, change or add rows, save as CSV, and check the
        file here. Nobody is removed by a file.
      </p>
      <details className="import-help">
        <summary>What the columns mean</summary>
        <p>
          The first row names the columns. A file needs a name or an id; the rest may be missing, and then stays as it
          is.
        </p>
        <dl>
          {supporterColumns.map(({ header, help }) => (
            <div key={header}>
              <dt>{header}</dt>
              <dd>{help}</dd>
            </div>
          ))}
        </dl>
      </details>
      <ImportForm check={submitImportCheck} apply={submitImport} mayApply={isAtLeast(staff.role, 'publisher')} />
    </>
  )
}
