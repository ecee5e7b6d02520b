import type { ReactNode } from 'react'

/** A few numbers in large type, each with what it counts. */
export function FigureList({ figures }: { figures: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="staff-figures">
      {figures.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
