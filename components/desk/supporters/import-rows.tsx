'use client'

import { useState } from 'react'
import type { ImportOutcome, ImportRow } from '@/lib/supporters/model/import-check'
import { RowAnswers } from './import-questions'

type Props = {
  outcome: ImportOutcome
  count: number
  rows: ImportRow[]
  /** Answers a row's question; null without JavaScript. */
  onAnswer: OnAnswer | null
}
type OnAnswer = (line: number, answer: string) => void

const atOnce = 100
const titles: Record<ImportOutcome, string> = {
  wrong: 'Wrong',
  asked: 'Question',
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
}

/** The rows with one outcome: their number, and the rows themselves in a disclosure, a hundred at a time. */
export function ImportRows({ outcome, count, rows, onAnswer }: Props) {
  const [shown, setShown] = useState(atOnce)
  const title = `${titles[outcome]}: ${count.toLocaleString('en-GB')}`
  if (count === 0) return <p className="import-none">{title}</p>
  return (
    <details className="import-rows" data-outcome={outcome} open={outcome === 'wrong' || outcome === 'asked'}>
      <summary>{title}</summary>
      <ol>
        {rows.slice(0, shown).map((row) => (
          <RowEntry key={row.line} row={row} onAnswer={onAnswer} />
        ))}
      </ol>
      {shown < rows.length && (
        <button type="button" className="quiet" onClick={() => setShown(shown + atOnce)}>
          Show more ({(rows.length - shown).toLocaleString('en-GB')} left)
        </button>
      )}
      {rows.length < count && (
        <p className="fine">Here are the first {rows.length}. The others are treated in the same way.</p>
      )}
    </details>
  )
}

function RowEntry({ row: entry, onAnswer }: { row: ImportRow; onAnswer: OnAnswer | null }) {
  const { line, row, name, changes, problems, warnings, questions, linkedTo, keptName, isLive } = entry
  return (
    <li>
      <p>
        <span className="import-line">
          {line === row ? `Line ${line}` : `Line ${line} (row ${row} in a spreadsheet)`}
        </span>{' '}
        {name && <strong>{name}</strong>} {isLive && <span className="import-live">on the wall</span>}
      </p>
      {problems.map((problem) => (
        <p key={problem} className="field-error">
          {problem}
        </p>
      ))}
      {linkedTo && <p>Linked to {linkedTo}.</p>}
      {keptName && (
        <p>
          The name stays “{name}”. The file has “{keptName}”; to rename somebody, write their id into the file.
        </p>
      )}
      {[...questions, ...warnings].map((warning) => (
        <p key={warning} className="import-warning">
          Please look: {warning}
        </p>
      ))}
      {questions.length > 0 && <RowAnswers row={entry} onAnswer={onAnswer} />}
      {changes.length > 0 && (
        <dl>
          {changes.map(({ column, before, after }) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>
                {before !== '' && <del>{before}</del>} {after === '' ? <em>(nothing)</em> : <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
