import type { ListedSupporter } from '@/lib/supporters/model/list'
import { nameKind } from '@/lib/supporters/model/supporter'
import { SupporterStatusMark } from './status-mark'

/** A supporter's row in the list. `place` is theirs among those of their kind, from 1. */
export type ListRow = Pick<
  ListedSupporter,
  'id' | 'kind' | 'name' | 'memberId' | 'isFormer' | 'constituency' | 'party' | 'seatName' | 'status' | 'logoHash'
> & { place: number; placesOfKind: number; changed: string }

type Props = {
  row: ListRow
  /** Where the buttons move it: the places of the rows shown above and below, or else the next places. */
  above: number | null
  below: number | null
  list: string
  mayTick: boolean
  mayMove: boolean
  isMoved: boolean
  /** Null without JavaScript, when the buttons submit the form instead. */
  onMove: ((id: number, place: number, button: string) => void) | null
}

/** One supporter in the list, with a checkbox and buttons to move them. */
export function SupporterRow({ row, above, below, list, mayTick, mayMove, isMoved, onMove }: Props) {
  const { id, place, kind, name, memberId, constituency, party, seatName, status, logoHash, changed } = row
  // For an MP with a Parliament id, the directory decides.
  const isFormer = kind === 'mp' && memberId !== null ? seatName === null : row.isFormer
  const facts = [nameKind(kind, 'one'), isFormer && 'not in Parliament now', party, seatName ?? constituency].filter(
    Boolean,
  )
  const button = (to: number | null, sign: string, word: string) => (
    <button
      id={`${word}-${id}`}
      type="submit"
      name="do"
      value={`move ${id} ${to ?? place}`}
      className="quiet"
      aria-disabled={to === null}
      onClick={(event) => {
        if (!onMove) return
        event.preventDefault()
        if (to !== null) onMove(id, to, `${word}-${id}`)
      }}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">
        Move {word}: {name}
      </span>
    </button>
  )
  return (
    <li id={`supporter-${id}`} className="supporter-row" data-moved={isMoved ? '' : undefined}>
      {mayTick && (
        <span className="supporter-tick">
          <input id={`row-${id}`} type="checkbox" name={`row-${id}`} value="yes" aria-label={name} />
        </span>
      )}
      <span className="supporter-place">{place}</span>
      <span className="supporter-thumbnail">
        {logoHash && <img src={`/staff/api/logos/${logoHash}`} alt="" loading="lazy" decoding="async" />}
      </span>
      <div className="supporter-words">
        <a href={`/staff/supporters/${id}`}>
          <bdi>{name}</bdi>
        </a>
        <p>
          {facts.join(' · ')}
          {isMoved && <strong> · moved here</strong>}
        </p>
      </div>
      <p className="supporter-state">
        <SupporterStatusMark status={status} />
        <span className="fine">changed {changed}</span>
      </p>
      {mayMove && (
        <div className="supporter-moves">
          {button(above, '↑', 'up')}
          {button(below, '↓', 'down')}
          <a className="button quiet" href={`/staff/supporters?${list}${list && '&'}move=${id}#move`}>
            Move to<span className="visually-hidden"> a place: {name}</span>…
          </a>
        </div>
      )}
    </li>
  )
}
