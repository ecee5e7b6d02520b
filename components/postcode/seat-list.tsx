import type { SeatSummary } from '@/lib/members/model/seat'

/** Constituencies with their MPs, each linking to its page. */
export function SeatList({ seats }: { seats: SeatSummary[] }) {
  return (
    <ul className="seat-list">
      {seats.map(({ slug, name, mp }) => (
        <li key={slug}>
          <a href={`/take-action/${slug}`}>{name}</a> {mp ? `${mp.name}, ${mp.party}` : 'no MP right now'}
        </li>
      ))}
    </ul>
  )
}
