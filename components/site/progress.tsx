const stops = [
  { step: 'letter', name: 'Your letter' },
  { step: 'post', name: 'A public post' },
  { step: 'friends', name: 'Friends' },
] as const

/** Where the visitor is. The steps are all on one page, so nothing here is a link; the script moves the mark on. */
export function Progress({ current }: { current: (typeof stops)[number]['step'] }) {
  const at = stops.findIndex(({ step }) => step === current)
  return (
    <ol className="progress" role="list" aria-label="Your progress">
      {stops.map(({ step, name }, index) => (
        <li
          key={step}
          data-step={step}
          aria-current={index === at ? 'step' : undefined}
          data-done={index < at || undefined}
        >
          <span className="progress-mark" aria-hidden="true">
            {index + 1}
          </span>
          {name}
          <span className="visually-hidden progress-done">, done</span>
        </li>
      ))}
    </ol>
  )
}
