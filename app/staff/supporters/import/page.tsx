import type { Metadata } from 'next'
import { ImportForm } from '@/components/desk/supporters/import-form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { requireStaff } from '../../_request/require-staff'
import { submitImport, submitImportCheck } from './actions'
import '../../../styles/desk/import.css'
import '../../../styles/desk/task.css'

export const metadata: Metadata = { title: 'Import supporters' }

const columns = [
  ['id', 'Our number. Leave it empty for somebody new.'],
  ['kind', 'mp, peer or organisation.'],
  ['name', 'As the wall shows it. An MP with a Parliament id may go without.'],
  ['parliament id', 'Of MPs and peers, if you know it.'],
  ['former', 'yes or no.'],
  ['constituency', 'Of an MP, as it was when they signed.'],
  ['link', 'It begins with https://.'],
  ['position', 'On the wall, the lowest first. Leave it empty to put somebody new last.'],
  ['status', 'draft, published or hidden.'],
  ['joined on', 'A day, such as 2026-11-22 or 22/11/2026.'],
  ['notes', 'For your colleagues.'],
]

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
          {columns.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      <ImportForm check={submitImportCheck} apply={submitImport} mayApply={isAtLeast(staff.role, 'publisher')} />
    </>
  )
}
