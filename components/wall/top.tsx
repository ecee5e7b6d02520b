import { composeWallCount } from '@/lib/supporters/model/wall'

type Props = { shown: number; all: number; isDissolved: boolean }

/** The head of the wall: the number of supporters, or how many of them match a search. */
export function WallTop({ shown, all, isDissolved }: Props) {
  return (
    <header className="wall-top">
      <div className="wrap">
        <h1>Who supports the campaign</h1>
        <p className="wall-count" id="wall-count" role="status" data-all={all}>
          {composeWallCount(shown, all)}
        </p>
        <p className="lead">
          MPs, members of the House of Lords and organisations that have put their names to Stable Futures.
        </p>
        {!isDissolved && (
          <p>
            Is your MP not here yet? <a href="/take-action">Ask them to act</a>.
          </p>
        )}
      </div>
    </header>
  )
}
