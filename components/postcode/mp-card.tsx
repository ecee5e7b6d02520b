import { formatUkDay } from '@/lib/shared/model/uk-time'
import { composeInitials } from '@/lib/members/model/salutation'
import type { Mp } from '@/lib/members/model/seat'
import { OtherSeats } from './other-seats'

type Props = {
  mp: Mp
  seat: { name: string; neighbours: { slug: string; name: string }[] }
  checkedAt: Date | null
  isSupporter: boolean
  isSpeaker: boolean
  abstains: boolean
}

/** The MP, where they stand, what they can do, and the way out for who lives somewhere else. */
export function MpCard({ mp, seat, checkedAt, isSupporter, isSpeaker, abstains }: Props) {
  return (
    <div className="mp-card">
      <p className="monogram" aria-hidden="true">
        {composeInitials(mp.name)}
      </p>
      <div className="mp-who">
        <p className="eyebrow">Your MP for {seat.name}</p>
        <h1>{mp.name}</h1>
        <p className="mp-party">{isSpeaker ? 'Speaker of the House of Commons' : mp.party}</p>
      </div>
      <OtherSeats constituency={seat.name} neighbours={seat.neighbours} />
      <p className={isSupporter && !isSpeaker ? 'mp-note mp-supports' : 'mp-note'}>
        {isSupporter && !isSpeaker ? (
          <>
            <strong>Already supports this campaign.</strong> Thank them, and ask them to take the next step.
          </>
        ) : (
          describePower(mp.party, isSpeaker, abstains)
        )}
      </p>
      {checkedAt && (
        <p className="fine">
          Details from UK Parliament, checked on{' '}
          <time dateTime={checkedAt.toISOString().slice(0, 10)}>{formatUkDay(checkedAt)}</time>.
        </p>
      )}
    </div>
  )
}

function describePower(party: string | null, isSpeaker: boolean, abstains: boolean): string {
  if (isSpeaker)
    return 'The Speaker stays politically impartial and doesn’t back campaigns, but can pass your letter to the minister as your MP.'
  if (abstains)
    return `${party} MPs don’t take their seats in the Commons, but they write to ministers for the people they represent.`
  return 'Your MP can write to the Home Secretary, ask questions in Parliament, and sign up to this campaign.'
}
