'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import {
  type ImportCheck,
  type ImportDecisions,
  importOutcomes,
  leaveOutAnswer,
} from '@/lib/supporters/model/import-check'
import { DownloadWrong } from './download-wrong'
import { ImportMapping } from './import-mapping'
import { ImportQuestions } from './import-questions'
import { ImportRows } from './import-rows'

type Props = {
  check: Extract<ImportCheck, { outcome: 'planned' }>
  name: string
  mayApply: boolean
  /** Checks the file again; null without JavaScript, where it has to be changed instead. */
  onDecide: ((choices: ImportDecisions) => void) | null
  /** Checks it again without JavaScript. */
  send: (form: FormData) => void
  children: ReactNode
}

const count = (number: number) => number.toLocaleString('en-GB')

/** What a file would do. `children` apply it; they are only shown if it can be applied. */
export function ImportDiff({ check, name, mayApply, onDecide, send, children }: Props) {
  const { counts, rows, ignored, headers, columns, titles, choices } = check
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const effect = counts.new + counts.changed + counts.asked
  const leaveOut = (lines: number[]) =>
    onDecide?.({ ...choices, leftOut: [...new Set([...choices.leftOut, ...lines])] })
  return (
    <section aria-labelledby="import-diff">
      <h2 id="import-diff" ref={heading} tabIndex={-1}>
        What {name} would do
      </h2>
      {onDecide ? (
        <ImportMapping
          headers={headers}
          columns={columns}
          onChange={(header, column) =>
            onDecide({ leftOut: [], answers: {}, mapping: { ...choices.mapping, [header]: column } })
          }
        />
      ) : (
        ignored.length > 0 && (
          <p>Not read, since no column is called that: {ignored.map((header) => `“${header}”`).join(', ')}.</p>
        )
      )}
      {choices.leftOut.length > 0 && (
        <p>
          {choices.leftOut.length === 1 ? '1 row is' : `${choices.leftOut.length} rows are`} left out.{' '}
          {onDecide && (
            <button type="button" className="quiet" onClick={() => onDecide({ ...choices, leftOut: [] })}>
              Put them back
            </button>
          )}
        </p>
      )}
      {onDecide && Object.keys(choices.answers).length > 0 && (
        <p>
          You’ve said who is meant in {Object.keys(choices.answers).length === 1 ? '1 row' : 'several rows'}.{' '}
          <button type="button" className="quiet" onClick={() => onDecide({ ...choices, answers: {} })}>
            Ask me again
          </button>
        </p>
      )}
      {importOutcomes.map((outcome) => (
        <ImportRows
          key={outcome}
          outcome={outcome}
          count={counts[outcome]}
          rows={rows[outcome]}
          onAnswer={
            onDecide &&
            ((line, answer) =>
              answer === leaveOutAnswer
                ? leaveOut([line])
                : onDecide({ ...choices, answers: { ...choices.answers, [line]: answer } }))
          }
        />
      ))}
      {!onDecide && <ImportQuestions check={check} send={send} />}
      {counts.asked > 0 && (
        <p className="import-warning">
          {counts.asked === 1
            ? '1 row has a question, so it isn’t'
            : `${count(counts.asked)} rows have a question, so they aren’t`}{' '}
          added unless you say so. If it is somebody whom the row doesn’t offer, write their id into the file, and check
          it again.
        </p>
      )}
      {counts.wrong > 0 ? (
        <>
          <p>
            <strong>Nothing can be applied yet.</strong> Correct the wrong {counts.wrong === 1 ? 'line' : 'lines'} in
            your file and check it again, or leave {counts.wrong === 1 ? 'it' : 'them'} out.
          </p>
          {onDecide && (
            <p className="buttons">
              <button type="button" onClick={() => leaveOut(rows.wrong.map(({ line }) => line))}>
                Leave out the {counts.wrong === 1 ? 'wrong row' : `${counts.wrong} wrong rows`}
              </button>
              <DownloadWrong titles={titles} rows={rows.wrong} />
            </p>
          )}
        </>
      ) : effect === 0 ? (
        <p>
          <strong>The file changes nothing.</strong> Everything in it is on the desk already.
        </p>
      ) : mayApply ? (
        children
      ) : (
        <p>The file can be applied. A publisher has to do that.</p>
      )}
    </section>
  )
}
