/** The way out for people whose postcode straddles a boundary, or whose constituency we got wrong. */
export function OtherSeats({
  constituency,
  neighbours,
}: {
  constituency: string
  neighbours: { slug: string; name: string }[]
}) {
  return (
    <details className="other-seats">
      <summary>{constituency} is not my constituency</summary>
      <p>A postcode can lie across a boundary. These seats are next to {constituency}:</p>
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
