import { CopyLink } from '@/components/desk/copy-link'
import { Moment } from '@/components/desk/moment'
import { sumChannels } from '@/lib/actions/model/public-counts'
import type { Source } from '@/lib/actions/source-links'
import { formatShortDay } from '@/lib/shared/model/uk-time'

const number = new Intl.NumberFormat('en-GB')

/** What a source brought, in words. */
export function describeSource({ opened, confirmed }: Source): string {
  return `${number.format(sumChannels(opened))} opened or copied. ${number.format(sumChannels(confirmed))} told us they sent.`
}

/** A source in the list. */
export function SourceCard({ source }: { source: Source }) {
  const { tag, label, url, createdBy, createdAt, lastDay } = source
  return (
    <li>
      <h3>{label ?? `“${tag}”, a tag without a link here`}</h3>
      <p>
        {describeSource(source)}
        <br />
        {lastDay ? `Last on ${formatShortDay(lastDay)}.` : 'It hasn’t brought anyone yet.'}
      </p>
      <CopyLink url={url} name={label ?? tag} />
      {createdAt && (
        <>
          <p className="fine">
            Made by {createdBy}, <Moment at={createdAt} />
          </p>
          <p>
            <a className="button quiet" href={`/staff/figures/sources?ask=archive&tag=${tag}`}>
              Archive<span className="visually-hidden"> {label}</span>…
            </a>
          </p>
        </>
      )}
    </li>
  )
}
