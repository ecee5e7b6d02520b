import type { Metadata } from 'next'
import { CopyLink } from '@/components/desk/copy-link'
import { FiguresTabs } from '@/components/desk/actions/figures-tabs'
import { Moment } from '@/components/desk/moment'
import { StaffForm } from '@/components/desk/form'
import { formatShortDay } from '@/lib/shared/model/uk-time'
import { sumChannels } from '@/lib/actions/model/public-counts'
import { listSources, type Source } from '@/lib/actions/source-links'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitSource } from './actions'
import '../../../styles/desk/figures.css'

export const metadata: Metadata = { title: 'Links for partners' }

const notices = { created: 'The link is made. Copy it from the list and give it to your partner.' }
const number = new Intl.NumberFormat('en-GB')

export default async function SourcesPage({ searchParams }: PageProps<'/staff/figures/sources'>) {
  const { role } = await requireStaff('editor')
  const [{ done, undo }, sources] = await Promise.all([searchParams, listSources()])
  return (
    <>
      <h1>Links for partners</h1>
      <FiguresTabs current="/staff/figures/sources" role={role} />
      <DoneNotice texts={notices} done={done} undo={undo} />
      <section aria-labelledby="make" className="staff-narrow">
        <h2 id="make">Make a link</h2>
        <p>
          A partner or a newsletter that uses a link of its own can see what it brought. The tag stays in the address;
          it says nothing about a visitor.
        </p>
        <StaffForm
          action={submitSource}
          fields={[
            {
              name: 'label',
              label: 'Who it’s for',
              hint: 'For staff, such as: ECPAT newsletter, March',
              maxLength: 100,
            },
            {
              name: 'tag',
              label: 'Tag',
              hint: '1 to 40 letters, digits, hyphens and underscores, such as ecpat-march. Anybody can read it.',
              maxLength: 40,
            },
          ]}
          submit="Make the link"
        />
      </section>
      <section aria-labelledby="links">
        <h2 id="links">What links brought</h2>
        {sources.length === 0 && <p>No links have been made, and none has brought anyone yet.</p>}
        <ul className="staff-cards">
          {sources.map((source) => (
            <SourceCard key={source.tag} source={source} />
          ))}
        </ul>
      </section>
    </>
  )
}

function SourceCard({
  source: { tag, label, url, createdBy, createdAt, lastDay, opened, confirmed },
}: {
  source: Source
}) {
  return (
    <li>
      <h3>{label ?? `“${tag}”, a tag that no one here made`}</h3>
      <p>
        {number.format(sumChannels(opened))} opened or copied. {number.format(sumChannels(confirmed))} told us they
        sent.
        <br />
        {lastDay ? `Last on ${formatShortDay(lastDay)}.` : 'It hasn’t brought anyone yet.'}
      </p>
      <CopyLink url={url} name={label ?? tag} />
      {createdAt && (
        <p className="fine">
          Made by {createdBy}, <Moment at={createdAt} />
        </p>
      )}
    </li>
  )
}
