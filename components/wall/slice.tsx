import type { WallSupporter } from '@/lib/supporters/model/supporter'
import { composeWallCount } from '@/lib/supporters/model/wall'
import { SupporterCard } from './supporter-card'

type Props = { supporters: WallSupporter[]; all: number; isDissolved: boolean }

/**
 * A selection of the wall for another page, below one of that page's headings: `sliceWall` chooses it, `all` is the
 * total.
 */
export function WallSlice({ supporters, all, isDissolved }: Props) {
  const people = supporters.filter(({ kind }) => kind !== 'organisation')
  const organisations = supporters.filter(({ kind }) => kind === 'organisation')
  return (
    <div className="wall-slice">
      {people.length > 0 && (
        <ul className="wall-grid">
          {people.map((supporter) => (
            <SupporterCard key={supporter.id} supporter={supporter} isDissolved={isDissolved} />
          ))}
        </ul>
      )}
      {organisations.length > 0 && (
        <ul className="wall-grid wall-organisations">
          {organisations.map((supporter) => (
            <SupporterCard key={supporter.id} supporter={supporter} isDissolved={isDissolved} />
          ))}
        </ul>
      )}
      <p>
        <a className="button quiet" href="/supporters">
          {all === 1 ? 'See the wall' : `See all ${composeWallCount(all, all)}`}
        </a>
      </p>
    </div>
  )
}
