import type { ChoiceGroup, FindMpState } from '@/lib/postcodes/words'

/** What came of the text in a postcode box or the search, above it; focused, so that it is read out. */
export function BoxAnswer({ id, shown }: { id: string; shown: NonNullable<FindMpState> }) {
  return (
    <div
      className="summary"
      data-outcome={shown.outcome}
      tabIndex={-1}
      autoFocus
      role="group"
      aria-labelledby={`${id}-summary`}
    >
      <h2 id={`${id}-summary`}>{shown.heading}</h2>
      {shown.fieldError && (
        <p>
          <a href={`#${id}`}>{shown.fieldError}</a>
        </p>
      )}
      {shown.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {shown.choices.map((group) => (
        <Choices key={group.heading} {...group} />
      ))}
      {shown.links.length > 0 && (
        <ul>
          {shown.links.map(({ href, text }) => (
            <li key={text}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Choices({ heading, seats }: ChoiceGroup) {
  return (
    <>
      {heading && <h3>{heading}</h3>}
      <ul className="seat-choices">
        {seats.map(({ href, name, about }) => (
          <li key={href}>
            <a href={href}>{name}</a> <span>{about}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
