import { formatUkDay } from '@/lib/shared/model/uk-time'
import { composeInitials } from '@/lib/members/model/salutation'
import type { Mp } from '@/lib/members/model/seat'

type Props = {
  mp: Mp
  constituency: string
  checkedAt: Date | null
  isSupporter: boolean
  isSpeaker: boolean
  abstains: boolean
}

/** The MP, their position on the campaign, and how recent our data is. */
export function MpCard({ mp, constituency, checkedAt, isSupporter, isSpeaker, abstains }: Props) {
  return (
    <div className="mp-card">
      <p className="monogram" aria-hidden="true">
        {composeInitials(mp.name)}
      </p>
      <div className="mp-who">
        <p className="eyebrow">Your MP for {constituency}</p>
        <h1>{mp.name}</h1>
        <p className="mp-party">{isSpeaker ? 'Speaker of the House of Commons' : mp.party}</p>
      </div>
      {isSpeaker && (
        <p className="mp-note">The Speaker is impartial and signs no campaign, but can pass on a letter as your MP.</p>
      )}
      {abstains && (
        <p className="mp-note">{mp.party} MPs do not take their seats in the Commons, but they do take letters.</p>
      )}
      {isSupporter && !isSpeaker && (
        <p className="mp-note mp-supports">
          <strong>Already supports this campaign.</strong> Thank them, and ask for the next step.
        </p>
      )}
      {checkedAt && (
        <p className="fine">
          Details from UK Parliament, checked on{' '}
          <time dateTime={checkedAt.toISOString().slice(0, 10)}>{formatUkDay(checkedAt)}</time>.
        </p>
      )}
    </div>
  )
}
