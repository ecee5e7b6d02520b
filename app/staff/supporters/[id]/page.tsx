import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ArchivedNotice } from '@/components/desk/archived-notice'
import { SupporterForm } from '@/components/desk/supporters/form'
import { SupporterStatusMark } from '@/components/desk/supporters/status-mark'
import { formatFields } from '@/lib/shared/model/conflict'
import { isAtLeast } from '@/lib/staff/model/staff'
import { archivedFirst, explainRefusal } from '@/lib/supporters/model/rights'
import { openSupporter } from '@/lib/supporters/open'
import { DoneNotice, undoneAdding } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import '../../../styles/desk/supporters.css'
import '../../../styles/desk/supporter-form.css'
import '../../../styles/desk/merge.css'
import { askMembers, submitSupporter } from './actions'
import { submitBringBack } from './archive-actions'
import { AskArchive, AskDeletion } from './archive-section'
import { LogoSection } from './logo-section'

export const metadata: Metadata = { title: 'Supporter' }

const notices = {
  added: 'Added.',
  undone: undoneAdding,
  saved: 'Saved.',
  publish: 'On the wall now. The public page shows it within a second.',
  hide: 'Hidden. It is taken off the wall.',
  draft: 'A draft again.',
  logo: 'The logo is kept.',
  'logo-removed': 'The logo is removed.',
  archived: 'Archived. They are in no list and not on the wall.',
  back: 'Brought back. They are hidden: publish them to put them on the wall.',
}

export default async function SupporterPage({ params, searchParams }: PageProps<'/staff/supporters/[id]'>) {
  const staff = await requireStaff('editor')
  const [{ id }, { done, undo, ask, logo: logoNote }] = [await params, await searchParams]
  const supporter = /^[1-9]\d{0,8}$/.test(id) ? await openSupporter(Number(id)) : null
  if (!supporter) redirect(`/staff/supporters?done=${done === 'undone' ? 'undone' : 'gone'}`)
  const { draft, member, version, seen, name, status, logo, history, isDissolved, archivedAt } = supporter
  const refusal = archivedAt ? archivedFirst : explainRefusal(staff.role, status, status)
  const [mayPublish, mayDelete] = [isAtLeast(staff.role, 'publisher'), isAtLeast(staff.role, 'admin')]
  if (ask === 'archive' && mayPublish && !archivedAt)
    return <AskArchive id={supporter.id} name={name} isOnWall={status === 'published'} />
  if (ask === 'delete' && mayDelete && archivedAt) return <AskDeletion id={supporter.id} name={name} />
  return (
    <>
      <p>
        <a href="/staff/supporters">All supporters</a>
      </p>
      <h1>
        <bdi>{name}</bdi> <SupporterStatusMark status={archivedAt ? 'archived' : status} />
      </h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      {archivedAt && (
        <ArchivedNotice
          id={supporter.id}
          thing="supporter"
          archivedAt={archivedAt}
          back="Brought back, they are hidden until a publisher puts them on the wall again."
          bringBack={mayPublish ? submitBringBack : null}
          deletion={mayDelete ? `/staff/supporters/${supporter.id}?ask=delete` : null}
        />
      )}
      {refusal !== null && !archivedAt && <p className="staff-answer">{refusal}</p>}
      <SupporterForm
        key={version}
        action={submitSupporter}
        askMembers={askMembers}
        id={supporter.id}
        sheet={{ draft, member, version: String(version), seen: String(seen), base: formatFields(draft) }}
        status={status}
        logo={logo}
        isDissolved={isDissolved}
        isReadOnly={refusal !== null}
        mayPublish={mayPublish}
      />
      <LogoSection
        id={supporter.id}
        version={version}
        logo={logo}
        name={name}
        isReadOnly={refusal !== null}
        isNewOnDark={logoNote === 'on-dark' && done !== 'undone'}
      />
      <section aria-labelledby="history">
        <h2 id="history">What has happened</h2>
        {history.length === 0 && <p>Nothing since the site was set up.</p>}
        <ul className="staff-list">
          {history.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </section>
      {mayPublish && !archivedAt && (
        <p>
          <a className="button quiet" href={`/staff/supporters/${supporter.id}?ask=archive`}>
            Archive…
          </a>
        </p>
      )}
    </>
  )
}
