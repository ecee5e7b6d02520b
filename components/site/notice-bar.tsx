import { Fragment } from 'react'
import type { NoticePart } from '@/lib/campaign/model/notice'

/** The campaign's notice, on every page. */
export function NoticeBar({ notice }: { notice: readonly NoticePart[] }) {
  return (
    <section className="notice-bar" aria-label="Notice">
      <p className="wrap">
        {notice.map(({ text, isBold, href }, at) => {
          const words = isBold ? <strong>{text}</strong> : text
          return <Fragment key={at}>{href ? <a href={href}>{words}</a> : words}</Fragment>
        })}
      </p>
    </section>
  )
}
