import type { WallSupporter } from '@/lib/supporters/model/supporter'
import { groupWall } from '@/lib/supporters/model/wall'
import { SupporterList } from './supporter-list'

type Props = { supporters: WallSupporter[]; isDissolved: boolean; isSearch?: boolean }

/** The supporters grouped under headings, and a message for when a filter matches none. */
export function SupporterWall({ supporters, isDissolved, isSearch = false }: Props) {
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
