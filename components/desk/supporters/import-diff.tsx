'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { type ImportCheck, importOutcomes } from '@/lib/supporters/model/import-check'
import { ImportRows } from './import-rows'

type Props = {
  check: Extract<ImportCheck, { outcome: 'planned' }>
  name: string
  mayApply: boolean
  children: ReactNode
}

/** What a file would do. `children` apply it; they are only shown if it can be applied. */
export function ImportDiff({ check: { counts, rows, ignored }, name, mayApply, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const effect = counts.new + counts.changed
  return (
    <section aria-labelledby="import-diff">
      <h2 id="import-diff" ref={heading} tabIndex={-1}>
        What {name} would do
      </h2>
      {ignored.length > 0 && (
        <p>Not read, since no column is called that: {ignored.map((header) => `“${header}”`).join(', ')}.</p>
      )}
      {importOutcomes.map((outcome) => (
        <ImportRows key={outcome} outcome={outcome} count={counts[outcome]} rows={rows[outcome]} />
      ))}
      {counts.wrong > 0 ? (
        <p>
          <strong>Nothing can be applied yet.</strong> Mend the wrong {counts.wrong === 1 ? 'line' : 'lines'} in your
          file, choose it again, and check it again.
        </p>
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
