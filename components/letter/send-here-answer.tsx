import type { SendHereState } from '@/lib/letters/model/send-here'

// Where a field is on this page.
const anchors: Record<string, string> = { body: 'paper-hint' }

/** The answer to “Send it for me”, above the letter, which is still there as it was typed. */
export function SendHereAnswer({ state, mpName }: { state: SendHereState; mpName: string }) {
  switch (state.outcome) {
    case 'asked':
      return (
        <div className="summary" data-outcome="asked" tabIndex={-1} autoFocus>
          <h2>One more step: check your email</h2>
          <p>
            We’ve sent a copy of your letter to {state.email}. Press “Confirm and send” behind the link in it, and it
            goes to {mpName}.
          </p>
          <p>
            Nothing there after five minutes? Look in your spam folder, check that the address is right, or send the
            letter from your own email.
          </p>
        </div>
      )
    case 'wrong-constituency': {
      const { name, slug, mpName: other } = state.elsewhere
      return (
        <p className="summary" data-outcome="wrong-constituency" tabIndex={-1} autoFocus>
          That postcode is in {name}: <a href={`/take-action/${slug}`}>write to {other ?? `the MP for ${name}`}</a>{' '}
          instead, or <a href="#sender_postcode">change it</a>. Everything you wrote is still below.
        </p>
      )
    }
    case 'not-sent':
      return (
        <div className="summary" data-outcome="not-sent" tabIndex={-1} autoFocus>
          <h2>We can’t send it yet</h2>
          <ul>
            {state.problems.map(({ field, message }) => (
              <li key={field + message}>
                <a href={`#${anchors[field] ?? field}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      )
    case 'too-many':
      return (
        <p className="summary" data-outcome="too-many" tabIndex={-1} autoFocus>
          A lot of letters came from your internet connection, or for this MP, in a short time. Yours is still below:
          try again in an hour, or send it from your own email.
        </p>
      )
    case 'closed':
      return (
        <p className="summary" data-outcome="closed" tabIndex={-1} autoFocus>
          We can’t send letters right now. Yours is still below: send it from your own email.
        </p>
      )
  }
}
