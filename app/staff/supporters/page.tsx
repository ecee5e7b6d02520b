import type { Metadata } from 'next'
import { Pager } from '@/components/desk/pager'
import { StaffForm } from '@/components/desk/form'
import { ArchivedList } from '@/components/desk/archived-list'
import { SupporterFilter } from '@/components/desk/supporters/filter'
import { SupporterList } from '@/components/desk/supporters/list'
import { archivedDays, formatLastDay } from '@/lib/shared/model/archive'
import { formatUkDay } from '@/lib/shared/model/uk-time'
import { isAtLeast } from '@/lib/staff/model/staff'
import { nameKind } from '@/lib/supporters/model/supporter'
import { composeSupporterQuery, parseSupporterQuery } from '@/lib/supporters/model/list'
import { listSupporters } from '@/lib/supporters/list'
import { DoneNotice, readUndo, undoneAdding, UndoBeside } from '../_request/done-notice'
import { submitUndo } from '../log/actions'
import { requireStaff } from '../_request/require-staff'
import '../../styles/desk/supporters.css'
import '../../styles/desk/supporter-form.css'
import { submitBringBack } from './[id]/archive-actions'
import { sendMove, submitList, submitPlace } from './actions'

export const metadata: Metadata = { title: 'Supporters' }

const notices = { deleted: 'Deleted for good.', gone: 'There is no such supporter any more.', undone: undoneAdding }
const deeds: Record<string, string> = { published: 'put on the wall', hidden: 'hidden', draft: 'drafts again' }

const countSupporters = (count: number) => `${count} ${count === 1 ? 'supporter' : 'supporters'}`

export default async function SupportersPage({ searchParams }: PageProps<'/staff/supporters'>) {
  const staff = await requireStaff('editor')
  const given = await searchParams
  const query = parseSupporterQuery(given)
  const { rows, found, all, onWall, archived, pages, parties, nations } = await listSupporters(query)
  const list = composeSupporterQuery(query)
  const mayPublish = isAtLeast(staff.role, 'publisher')
  const isArchive = query.status === 'archived'
  const toMove = mayPublish && !isArchive ? rows.find(({ id }) => String(id) === given.move) : undefined
  const deed = typeof given.done === 'string' && /^\d{1,5}$/.test(String(given.changed)) ? deeds[given.done] : undefined
  return (
    <>
      <h1>Supporters</h1>
      <p className="buttons">
        <a className="button" href="/staff/supporters/new">
          Add a supporter
        </a>
        <a className="button quiet" href="/staff/supporters/import">
          Import a file
        </a>
        <a className="button quiet" href="/staff/api/supporters.csv">
          Export
        </a>
        <a className="button quiet" href="/staff/supporters/check">
          Wall check
        </a>
      </p>
      {deed && (
        <p className="staff-answer" data-outcome="done" role="status" tabIndex={-1} autoFocus>
          {given.changed === '1' ? '1 supporter is' : `${given.changed} supporters are`} {deed}.{' '}
          {given.changed === '0' && 'They were already. '}
        </p>
      )}
      {deed && <UndoBeside undo={given.undo} />}
      <DoneNotice texts={notices} done={given.done} />
      <SupporterFilter query={query} parties={parties} nations={nations} />
      {toMove && (
        <section aria-labelledby="move" className="staff-narrow supporter-move">
          <h2 id="move">
            Move <bdi>{toMove.name}</bdi>
          </h2>
          <p>
            Now in place {toMove.place} of {toMove.placesOfKind} under “{nameKind(toMove.kind, 'many')}”.
          </p>
          <StaffForm
            action={submitPlace}
            fields={[
              { name: 'id', label: '', type: 'hidden', value: String(toMove.id) },
              { name: 'list', label: '', type: 'hidden', value: list },
              {
                name: 'place',
                label: `Place, from 1 to ${toMove.placesOfKind}`,
                type: 'number',
                value: String(toMove.place),
              },
            ]}
            submit="Move there"
          />
        </section>
      )}
      <p className="count">
        {isArchive ? `${found} archived` : found === all ? countSupporters(all) : `${found} of ${countSupporters(all)}`}
        {!isArchive && archived > 0 && (
          <>
            {' '}
            · <a href="/staff/supporters?status=archived">{archived} archived</a>
          </>
        )}
      </p>
      {isArchive && (
        <p>
          Archived supporters are in no other list, export or count, and not on the wall. After {archivedDays} days they
          are deleted for good.
        </p>
      )}
      {all === 0 && !isArchive && <p>Nobody is here yet. Add the first supporter, or import a file.</p>}
      {(all > 0 || isArchive) && found === 0 && (
        <p>
          Nobody fits. Try fewer letters, or <a href="/staff/supporters">show everybody</a>.
        </p>
      )}
      {isArchive && (
        <ArchivedList
          heading="h2"
          rows={rows.map(({ id, kind, name, archivedAt }) => ({
            id: String(id),
            name,
            page: `/staff/supporters/${id}`,
            about: `${nameKind(kind, 'one')}.`,
            lastDay: archivedAt ? formatLastDay(archivedAt) : '',
            deletion: isAtLeast(staff.role, 'admin') ? `/staff/supporters/${id}?ask=delete` : null,
          }))}
          bringBack={mayPublish ? submitBringBack : null}
        />
      )}
      {found > 0 && !isArchive && (
        <SupporterList
          key={list}
          rows={rows.map(({ updatedAt, ...row }) => ({ ...row, changed: formatUkDay(updatedAt) }))}
          onWall={onWall}
          list={list}
          mayPublish={mayPublish}
          isInWallOrder={query.sort === 'wall'}
          moved={typeof given.moved === 'string' ? { id: Number(given.moved), undo: readUndo(given.undo) } : null}
          action={submitList}
          sendMove={sendMove}
          undo={submitUndo}
        />
      )}
      <Pager
        page={Math.min(query.page, pages)}
        pages={pages}
        link={(page) => `/staff/supporters?${composeSupporterQuery({ ...query, page })}`}
      />
    </>
  )
}
