import type { Mp } from '@/lib/domain/seat'
import { formatUkDay } from '@/lib/domain/day'

/** Who the MP is, and how fresh that is. */
export function MpCard({ mp, constituency, checkedAt }: { mp: Mp; constituency: string; checkedAt: Date | null }) {
  return (
    <div className="mp-card">
      <p className="eyebrow">Your MP for {constituency}</p>
      <h1>{mp.name}</h1>
      <p className="mp-party">{mp.party}</p>
      {checkedAt && (
        <p className="fine">
          Details from UK Parliament, checked on <time dateTime={checkedAt.toISOString().slice(0, 10)}>{formatUkDay(checkedAt)}</time>.
        </p>
      )}
    </div>
  )
}
