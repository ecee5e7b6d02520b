'use client'

/** The page for an unexpected error; the rest of the site still works. */
export function Fault({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="wrap narrow">
      <h1>Sorry, something went wrong</h1>
      <p className="lead">This is our fault. We haven’t stored anything you typed.</p>
      <div className="buttons">
        <button type="button" onClick={reset}>
          Try again
        </button>
      </div>
      <p>
        Or go back to <a href="/take-action">write to your MP</a>. You can always write by post, too: put the MP’s name
        first, then House of Commons, London SW1A 0AA.
      </p>
    </div>
  )
}
