import type { WallSupporter } from '@/lib/supporters/model/supporter'
import { composeWallCount } from '@/lib/supporters/model/wall'

type Props = { supporters: WallSupporter[]; all: number; isDissolved: boolean }

/**
 * A selection of the wall for another page, as two runs of names below one of that page's headings: `sliceWall` chooses
 * it, `all` is the total.
 */
export function WallSlice({ supporters, all, isDissolved }: Props) {
  const people = supporters.filter(({ kind }) => kind !== 'organisation')
  const organisations = supporters.filter(({ kind }) => kind === 'organisation')
  return (
    <div className="wall-slice">
      <Run heading={isDissolved ? 'MPs until Parliament was dissolved' : 'MPs'} supporters={people} />
      <Run heading="Organisations" supporters={organisations} />
      <p>
        <a className="button quiet" href="/supporters">
          {all === 1 ? 'See the wall' : `See all ${composeWallCount(all, all)}`}
        </a>
      </p>
    </div>
  )
}

function Run({ heading, supporters }: { heading: string; supporters: WallSupporter[] }) {
  if (supporters.length === 0) return null
  return (
    <div className="run">
      <h3>{heading}</h3>
      <ul role="list">
        {supporters.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
