import type { Goal } from '@/lib/campaign/model/campaign'
import { composeAsOf, leastShown, nextMilestone } from '@/lib/actions/model/counts'

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

/**
 * The campaign's progress, once there is some, towards the next milestone. Messages opened and messages reported as sent
 * are two numbers, never one.
 */
export function SoFar({ progress }: Props) {
  const { asOf, goal, seatsContacted, of, opened, confirmed } = progress
  if (seatsContacted < leastShown) return null
  const goalOf = (kind: Goal['of']) => (goal?.of === kind ? goal.number : null)
  const next = nextMilestone(seatsContacted, goalOf('seats'), of)
  return (
    <section className="so-far" aria-labelledby="so-far">
      <div className="wrap so-far-columns">
        <h2 id="so-far">So far</h2>
        <div>
          <p>
            <strong>{number.format(seatsContacted)}</strong> MPs contacted.{' '}
            {next === null ? 'That is every one of them.' : `Next: ${number.format(next)}.`}
          </p>
          <progress value={seatsContacted} max={next ?? of} aria-label="MPs contacted" />
        </div>
        <Count
          count={opened.total}
          goal={goal?.of === 'actions' ? nextMilestone(opened.total, goal.number) : null}
          of="messages opened or copied on this site"
        />
        <Count count={confirmed.total} goal={null} of="messages that people told us they sent" />
        <p className="fine">
          All these numbers mean “at least”: we leave a few messages out so no one can work out who wrote.{' '}
          {composeAsOf(new Date(asOf))}
        </p>
      </div>
    </section>
  )
}

function Count({ count, goal, of }: { count: number; goal: number | null; of: string }) {
  if (count < leastShown) return null
  return (
    <p>
      <strong>{number.format(count)}</strong> {of}.{goal !== null && ` Next: ${number.format(goal)}.`}
    </p>
  )
}
