import type { Step } from '@/lib/actions/model/hand-off'

const stops = [
  { step: 'postcode', name: 'Your postcode' },
  { step: 'post', name: 'A post' },
  { step: 'email', name: 'An email' },
] as const

/** Progress through the steps. They are all on one page, so nothing here is a link. */
export function Progress({ isDone }: { isDone: Record<Step | 'postcode', boolean> }) {
  const current = stops.find(({ step }) => !isDone[step])
  return (
    <ol className="progress" role="list" aria-label="Your progress">
      {stops.map(({ step, name }, index) => (
        <li key={step} aria-current={step === current?.step ? 'step' : undefined} data-done={isDone[step] || undefined}>
          <span className="progress-mark" aria-hidden="true">
            {isDone[step] ? '✓' : index + 1}
          </span>
          {name}
          {isDone[step] && <span className="visually-hidden">, done</span>}
        </li>
      ))}
    </ol>
  )
}
