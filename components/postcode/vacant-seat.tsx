/** Replaces the MP while a seat is vacant before a by-election. */
export function VacantSeat({ constituency }: { constituency: string }) {
  return (
    <div data-outcome="vacant">
      <p className="eyebrow">{constituency}</p>
      <h1>This seat has no MP right now</h1>
      <p className="lead">
        The last MP has left, and a by-election will choose the next one. Until then there is nobody to write to here.
      </p>
      <p>
        Ask the candidates what they would do for trafficked children, and come back when the new MP is elected: this
        page will then have a post and an email ready.
      </p>
      <p>
        <a href="/">Read what the campaign asks for</a>
      </p>
    </div>
  )
}
