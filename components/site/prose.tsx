import { Fragment } from 'react'
import type { NoticePart } from '@/lib/campaign/model/notice'
import { parseProse } from '@/lib/campaign/model/prose'

type Props = {
  text: string
  /** Of the first paragraph. */
  leadClass?: string
  /** Of lists. */
  listClass?: string
}

/** One of the campaign’s texts: paragraphs, lists, bold and links. */
export function Prose({ text, leadClass, listClass }: Props) {
  return parseProse(text).map((block, at) =>
    block.kind === 'list' ? (
      <ul key={at} className={listClass} role={listClass && 'list'}>
        {block.items.map((parts, item) => (
          <li key={item}>
            <Parts parts={parts} />
          </li>
        ))}
      </ul>
    ) : (
      <p key={at} className={at === 0 ? leadClass : undefined}>
        <Parts parts={block.parts} />
      </p>
    ),
  )
}

/** Text with bold and links in it. */
export function Parts({ parts }: { parts: readonly NoticePart[] }) {
  return parts.map(({ text, isBold, href }, at) => {
    const words = isBold ? <strong>{text}</strong> : text
    return <Fragment key={at}>{href ? <a href={href}>{words}</a> : words}</Fragment>
  })
}
