import { countFound, type Extract, type Found, type FoundPerson, liveWords, placeWords } from '@/lib/desk/model/erasure'

type Props = Pick<FoundPerson, 'live' | 'found' | 'letters'>

/** All that was found: first what somebody has to edit, then letters, then what can be erased at once. */
export function FoundPlaces({ live, found, letters }: Props) {
  return (
    <>
      {live.length > 0 && (
        <section aria-labelledby="live">
          <h2 id="live">Stays until you edit it ({format(countFound(live))})</h2>
          <p>
            People read this, or depend on it, so nothing here changes unread. When you have edited it, look again: its
            old versions and log entries are erased then.
          </p>
          {live.map(({ place, count, extracts }) => {
            const words = liveWords[place]
            return (
              <section key={place}>
                <h3>
                  {words?.title} ({format(count)})
                </h3>
                <Extracts extracts={extracts} count={count} todo={words?.todo} />
              </section>
            )
          })}
        </section>
      )}
      {letters > 0 && (
        <section aria-labelledby="letters">
          <h2 id="letters">Letters ({format(letters)})</h2>
          <p>
            Letters are erased whole: <a href="/staff/letters#erase">erase them by their email address</a>.
          </p>
        </section>
      )}
      {found.length > 0 && (
        <section aria-labelledby="found">
          <h2 id="found">Can be erased now ({format(countFound(found))})</h2>
          {found.map(({ place, count, extracts }) => (
            <section key={place}>
              <h3>
                {placeWords[place]} ({format(count)})
              </h3>
              <Extracts extracts={extracts} count={count} />
              {hints[place] && <p>{hints[place]}</p>}
            </section>
          ))}
        </section>
      )}
    </>
  )
}

const hints: Partial<Record<Found['place'], string>> = {
  supporters:
    'A supporter who has it in their name leaves the wall, and loses their name, link, constituency and logo.',
  corrections: 'A correction that has expired and has it in its detail is deleted.',
  links: 'A tag becomes another one. Its counts stay; people who still use the old link are counted under “other”.',
  signIns: 'A link that isn’t used yet is deleted: ask for another.',
  answers: 'They are deleted.',
  outbox: 'The files are deleted.',
}

function Extracts({ extracts, count, todo }: { extracts: Extract[]; count: number; todo?: string }) {
  return (
    <>
      <ul>
        {extracts.map(({ where, href, text }, index) => (
          <li key={index}>
            {href && !todo ? (
              <a href={href}>
                <bdi>{where}</bdi>
              </a>
            ) : (
              <bdi>{where}</bdi>
            )}
            : <bdi>{text}</bdi>{' '}
            {href && todo && (
              <a href={href} aria-label={`${todo}: ${where}`}>
                {todo}
              </a>
            )}
          </li>
        ))}
      </ul>
      {count > extracts.length && <p>And {format(count - extracts.length)} more.</p>}
    </>
  )
}

function format(number: number): string {
  return number.toLocaleString('en-GB')
}
