import type { WallSupporter } from '@/lib/supporters/model/supporter'
import { groupWall } from '@/lib/supporters/model/wall'
import { SupporterList } from './supporter-list'

type Props = {
  supporters: WallSupporter[]
  isDissolved: boolean
  isSearch?: boolean
  /** How many there are without the filter. */
  all: number
}

/** The supporters grouped under headings, and a message for when a filter matches none, or there are none yet. */
export function SupporterWall({ supporters, isDissolved, isSearch = false, all }: Props) {
  if (all === 0) return <NoneYet isDissolved={isDissolved} />
  return (
    <>
      {groupWall(supporters, isDissolved).map(({ name, heading, note, supporters: members }) => (
        <section key={name} data-group="" aria-labelledby={name}>
          <h2 id={name}>{heading}</h2>
          {note && <p className="wall-note">{note}</p>}
          <SupporterList supporters={members} isDissolved={isDissolved} />
        </section>
      ))}
      <div className="wall-none" id="wall-none" hidden={supporters.length > 0}>
        <h2>No supporters match your search</h2>
        <p>Try fewer letters, another spelling, or “Everyone” and “Any party”.</p>
        <p>
          Looking for your own MP? <a href="/take-action">Find them by your postcode</a>: you can write to every MP,
          whether they are here or not.
        </p>
        {isSearch ? (
          <a className="button quiet" href="/supporters">
            Show everyone
          </a>
        ) : (
          <button className="quiet" type="reset" form="wall-form">
            Show everyone
          </button>
        )}
      </div>
    </>
  )
}

function NoneYet({ isDissolved }: { isDissolved: boolean }) {
  return (
    <div className="wall-none">
      <h2>No supporters are listed right now</h2>
      {!isDissolved && (
        <p>
          <a href="/take-action">Find your MP by your postcode</a> and ask them to support this campaign.
        </p>
      )}
    </div>
  )
}
