import type { Goal } from '@/lib/campaign/model/campaign'
import { composeAsOf, composeReached, composeCountLabel } from '@/lib/actions/model/counts'

type Props = {
  progress: {
    asOf: string
    goal: Goal | null
    seatsContacted: number
    of: number
    opened: { total: number }
    confirmed: { total: number }
  }
}

const number = new Intl.NumberFormat('en-GB')

/** The campaign's progress. Messages opened and messages reported as sent are two numbers, never one. */
export function SoFar({ progress }: Props) {
  const { asOf, goal, seatsContacted, of, opened, confirmed } = progress
  if (seatsContacted === 0) return null // a row of zeros encourages nobody
  return (
    <section className="so-far" aria-labelledby="so-far">
      <div className="wrap so-far-columns">
        <h2 id="so-far">So far</h2>
        <div>
          <p>
            <strong>{composeReached(seatsContacted, of)}</strong>
            {goal?.of === 'seats' && `Our goal: ${number.format(goal.number)}`}
          </p>
          <progress value={seatsContacted} max={of} aria-label="MPs contacted" />
          <p className="fine">
            All these numbers mean “at least”: we leave a few messages out so no one can work out who wrote.{' '}
            {composeAsOf(new Date(asOf))}
          </p>
        </div>
        <p data-count={opened.total}>
          <strong>{number.format(opened.total)}</strong> {composeCountLabel(opened.total, 'opened')}
          {goal?.of === 'actions' && <span className="fine">. Our goal: {number.format(goal.number)}</span>}
        </p>
        <p>
          <strong>{number.format(confirmed.total)}</strong> {composeCountLabel(confirmed.total, 'confirmed')}
        </p>
      </div>
    </section>
  )
}
