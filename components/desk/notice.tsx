type Props = { texts: Record<string, string>; done: unknown }

/** What has just been done, after a form that led to another page. Unknown names say nothing. */
export function Notice({ texts, done }: Props) {
  const text = typeof done === 'string' && Object.hasOwn(texts, done) ? texts[done] : undefined
  return text ? (
    <p className="staff-answer" data-outcome="done" role="status" tabIndex={-1} autoFocus>
      {text}
    </p>
  ) : null
}
