import { composePageCount } from '@/lib/actions/model/counts'
import type { PageCounts } from '@/lib/actions/model/public-counts'

/** How many people have written from this constituency, and from everywhere. */
export function Counts({ counts, constituency }: { counts: PageCounts; constituency: string }) {
  const { here, everywhere, asOf } = composePageCount(counts, constituency)
  return (
    <div className="count" data-count={counts.all.opened}>
      {here && <p>{here}</p>}
      <p>{everywhere}</p>
      <p className="fine">{asOf}</p>
    </div>
  )
}
