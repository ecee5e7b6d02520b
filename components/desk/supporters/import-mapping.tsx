import { useId } from 'react'
import type { ImportCheck } from '@/lib/supporters/model/import-check'

type Props = Pick<Extract<ImportCheck, { outcome: 'planned' }>, 'headers' | 'columns'> & {
  onChange: (header: string, column: string) => void
}

/** Which of our columns each header of the file was read as; another choice checks the file again. */
export function ImportMapping({ headers, columns, onChange }: Props) {
  const id = useId()
  const ignored = headers.filter(({ column }) => column === '').map(({ header }) => `“${header}”`)
  return (
    <details className="import-help" open={ignored.length > 0}>
      <summary>How the columns were read{ignored.length > 0 && `; ignored: ${ignored.join(', ')}`}</summary>
      <div className="rule-grid">
        {headers.map(({ header, column }, index) => (
          <div key={`${header} ${index}`} className="field">
            <label htmlFor={`${id}-${index}`}>{header}</label>
            <select
              id={`${id}-${index}`}
              key={column}
              defaultValue={column}
              onChange={({ target }) => onChange(header, target.value)}
            >
              <option value="">Ignore</option>
              {columns.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </details>
  )
}
