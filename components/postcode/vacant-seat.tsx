/** Replaces the MP while a seat is vacant before a by-election. */
export function VacantSeat({ constituency }: { constituency: string }) {
  return (
    <div data-outcome="vacant">
      <p className="eyebrow">{constituency}</p>
      <h1>This constituency has no MP right now</h1>
      <p className="lead">
        The last MP has left, and a by-election will choose the next one. Until then there’s no one to write to here.
      </p>
      <p>
        Ask the candidates what they would do for trafficked children. When the new MP is elected, come back: there’ll
        be a letter and a post ready for you here.
      </p>
      <p>
        <a href="/">Read what we’re asking for</a>
      </p>
    </div>
  )
}
