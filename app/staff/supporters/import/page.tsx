import type { Metadata } from 'next'
import { ImportForm } from '@/components/desk/supporters/import-form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { supporterColumns } from '@/lib/supporters/csv/columns'
import { submitUndo } from '../../log/actions'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitImport, submitImportCheck } from './actions'
import '../../../styles/desk/import.css'
import '../../../styles/desk/task.css'

export const metadata: Metadata = { title: 'Import supporters' }

// Whoever the public has seen is hidden, not deleted.
const notices = {
  undone:
    'Undone. The file’s changes are taken back. New supporters who were on the wall already are hidden; the other new ones are gone.',
}

export default async function ImportPage({ searchParams }: PageProps<'/staff/supporters/import'>) {
  const staff = await requireStaff('editor')
  const { done } = await searchParams
  return (
    <>
      <p>
        <a href="/staff/supporters">All supporters</a>
      </p>
      <h1>Import supporters</h1>
      <DoneNotice texts={notices} done={done} />
      <p>
        Many supporters at once, by a file from a spreadsheet. The easiest way:{' '}
        <a href="/staff/api/supporters.csv">download all supporters</a>, change or add rows, save as CSV, and check the
        file here. Nobody is removed by a file, and you can undo it until somebody changes what it brought.
      </p>
      <details className="import-help">
        <summary>What the columns mean</summary>
        <p>
          A row at or near the top names the columns. A file needs a name or an id; the rest may be missing, and then
          stays as it is.
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
      <ImportForm
        check={submitImportCheck}
        apply={submitImport}
        undo={submitUndo}
        mayApply={isAtLeast(staff.role, 'publisher')}
      />
    </>
  )
}
