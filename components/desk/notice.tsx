type Props = { texts: Record<string, string>; done: unknown }

/** Confirms what a form on the previous page did. Renders nothing for an unknown `done`. */
export function Notice({ texts, done }: Props) {
  const text = typeof done === 'string' && Object.hasOwn(texts, done) ? texts[done] : undefined
  return text ? (
    <p className="staff-answer" data-outcome="done" role="status" tabIndex={-1} autoFocus>
      {text}
    </p>
  ) : null
}
