/** Says that a request in the background found nobody signed in. */
export function isSignedOut(answer: unknown): answer is { outcome: 'signed-out' } {
  return typeof answer === 'object' && answer !== null && 'outcome' in answer && answer.outcome === 'signed-out'
}

/** Said in place when a request in the background finds nobody signed in. The page and what is typed stay. */
export function SignedOutNote({ missing }: { missing: string }) {
  return (
    <p className="field-error">
      You’ve been signed out, so {missing}. What you typed is still here.{' '}
      <a href="/staff/sign-in" target="_blank" rel="noopener">
        Sign in in another tab
      </a>
      , then go on.
    </p>
  )
}
