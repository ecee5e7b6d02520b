type Props = { constituency: string; neighbours: { slug: string; name: string }[] }

/** The way out for people whose postcode crosses a boundary, or whose constituency we got wrong. */
export function OtherSeats({ constituency, neighbours }: Props) {
  return (
    <details className="other-seats">
      <summary>Not your constituency?</summary>
      <p>A postcode can cross a boundary. These constituencies are next to {constituency}:</p>
      <ul className="seat-links">
        {neighbours.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/take-action/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
      <p>
        Or <a href="/find">choose from all 650</a>, or <a href="/take-action">try another postcode</a>.
      </p>
    </details>
  )
}
