import type { SeatSummary } from '@/lib/members/model/seat'

// Fewer are seen at a glance.
const fewest = 20

/** Constituencies with their MPs, each linking to its page; many of them by their first letter. */
export function SeatList({ seats }: { seats: SeatSummary[] }) {
  if (seats.length < fewest) return <Seats seats={seats} />
  const groups = Object.entries(groupByLetter(seats))
  return (
    <>
      <nav aria-label="First letters">
        <ul className="letters" role="list">
          {groups.map(([letter]) => (
            <li key={letter}>
              <a href={`#${letter}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(([letter, group]) => (
        <section key={letter} className="letter-group" aria-labelledby={letter}>
          <h2 id={letter} tabIndex={-1}>
            {letter}
          </h2>
          <Seats seats={group} />
        </section>
      ))}
    </>
  )
}

function Seats({ seats }: { seats: SeatSummary[] }) {
  return (
    <ul className="seat-list" role="list">
      {seats.map(({ slug, name, mp }) => (
        <li key={slug}>
          <a href={`/take-action/${slug}`}>{name}</a> {mp ? `${mp.name}, ${mp.party}` : 'no MP right now'}
        </li>
      ))}
    </ul>
  )
}

/** Without accents: slugs have none. */
function groupByLetter(seats: SeatSummary[]): Record<string, SeatSummary[]> {
  const groups: Record<string, SeatSummary[]> = {}
  for (const seat of seats) (groups[seat.slug.slice(0, 1).toUpperCase()] ??= []).push(seat)
  return groups
}
