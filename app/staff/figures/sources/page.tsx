import type { Metadata } from 'next'
import { FiguresTabs } from '@/components/desk/actions/figures-tabs'
import { StaffForm } from '@/components/desk/form'
import { listSources } from '@/lib/actions/source-links'
import { isAtLeast } from '@/lib/staff/model/staff'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitSource } from './actions'
import { ArchivedLinks, AskLinkArchive, AskLinkDeletion } from './archive-section'
import { SourceCard } from './source-card'
import '../../../styles/desk/figures.css'

export const metadata: Metadata = { title: 'Links for partners' }

const notices = {
  created: 'The link is made. Copy it from the list and give it to your partner.',
  archived: 'Archived. It’s in no list, and still works.',
  back: 'Brought back. It’s in the list again.',
  deleted: 'Deleted for good.',
}

export default async function SourcesPage({ searchParams }: PageProps<'/staff/figures/sources'>) {
  const { role } = await requireStaff('editor')
  const [{ done, undo, ask, tag }, all] = await Promise.all([searchParams, listSources()])
  const sources = all.filter(({ archivedAt }) => !archivedAt)
  const asked = all.find((each) => each.tag === tag && each.createdAt)
  if (ask === 'archive' && asked && !asked.archivedAt) return <AskLinkArchive {...asked} />
  if (ask === 'delete' && asked?.archivedAt && isAtLeast(role, 'admin')) return <AskLinkDeletion {...asked} />
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
      <ArchivedLinks links={all.filter(({ archivedAt }) => archivedAt)} role={role} />
    </>
  )
}
