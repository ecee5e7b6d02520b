import type { NoticePart } from '@/lib/campaign/model/notice'
import { Parts } from './prose'

/** The campaign's notice, on every page. */
export function NoticeBar({ notice }: { notice: readonly NoticePart[] }) {
  return (
    <section className="notice-bar" aria-label="Notice">
      <p className="wrap">
        <Parts parts={notice} />
      </p>
    </section>
  )
}
