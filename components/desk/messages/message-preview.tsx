import { messageLimits, type Preview } from '@/lib/messages/model/measured'

/** The message that visitors for one seat would get, its length, and any problems that prevent sending it. */
export function MessagePreview({ preview }: { preview: Preview }) {
  if (preview.outcome === 'not-found') return <p>There is no such constituency.</p>
  if (preview.outcome === 'refused') {
    return (
      <div role="status" className="rule-problems">
        <p>There is no preview while something in the texts is wrong:</p>
        <ul>
          {preview.problems.map(({ field, message }) => (
            <li key={field + message}>{message}</li>
          ))}
        </ul>
      </div>
    )
  }
  const { seat, mp, isOutside, message } = preview
  const { lengths } = message
  return (
    <>
      <p>{mp ? `To ${mp}, from a visitor in ${seat}` : `For ${seat}, which has no MP right now`}</p>
      {isOutside && (
        <p className="field-error">{seat} isn’t among those who get this message, so nobody there will see it.</p>
      )}
      <div role="status" className={message.problems.length > 0 ? 'rule-problems' : undefined}>
        {message.problems.length > 0 && (
          <ul>
            {message.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </div>
      <h3>Post</h3>
      <p className="rule-text">{message.post}</p>
      <p className="counter">
        <Length name="X" length={lengths.x} max={messageLimits.x} />
        <Length name="Bluesky" length={lengths.bluesky} max={messageLimits.bluesky} />
      </p>
      {message.postOnBluesky !== message.post && (
        <>
          <h3>Post on Bluesky</h3>
          <p className="rule-text">{message.postOnBluesky}</p>
        </>
      )}
      <h3>Email</h3>
      <p>
        <strong>{message.subject}</strong>
      </p>
      <p className="rule-text">{message.body}</p>
      <p className="counter">
        <Length name="Email link" length={lengths.mailto} max={messageLimits.mailto} />
      </p>
    </>
  )
}

function Length({ name, length, max }: { name: string; length: number | null; max: number }) {
  if (length === null) return <span>{name}: no address known</span>
  const number = (value: number) => value.toLocaleString('en-GB')
  return (
    <span className={length > max ? 'too-long' : undefined}>
      {name}: {number(length)} of {number(max)}
      {length > max && `, ${number(length - max)} too many`}
    </span>
  )
}
