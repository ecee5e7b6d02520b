import type { Metadata } from 'next'
import { DirectoryFilter } from '@/components/desk/members/directory-filter'
import { SourcedDetailEntry } from '@/components/desk/members/sourced-detail'
import { Moment } from '@/components/desk/moment'
import { Pager } from '@/components/desk/pager'
import { composeQuery } from '@/lib/shared/model/query'
import { listFailingAddresses } from '@/lib/letters/show-desk'
import { showDirectory } from '@/lib/members/show-directory'
import { requireStaff } from '../_request/require-staff'
import '../../styles/desk/members.css'

export const metadata: Metadata = { title: 'Directory' }

export default async function DirectoryPage({ searchParams }: PageProps<'/staff/directory'>) {
  await requireStaff('editor')
  const now = new Date()
  const { query, rows, found, page, pages, parties, nations, settled, age } = await showDirectory(
    await searchParams,
    now,
  )
  const failing = new Set((await listFailingAddresses()).filter(({ isFlagged }) => isFlagged).map(({ slug }) => slug))
  return (
    <>
      <h1>Directory</h1>
      <p>
        Who sits for each of the 650 seats, and how they can be reached.{' '}
        {age && (
          <>
            Last checked <Moment at={age.checkedAt} />,{' '}
            {age.source === 'seed' ? 'as shipped with the site' : 'with Parliament'}.{' '}
          </>
        )}
        <a href="/staff/directory/syncs">What checks have changed, and check now</a>
      </p>
      {settled > 0 && query.show !== 'settled' && (
        <p className="staff-answer" data-outcome="done">
          <a href="/staff/directory?show=settled">
            {settled === 1 ? '1 correction can go.' : `${settled} corrections can go.`}
          </a>{' '}
          The source agrees by now, or their time is over.
        </p>
      )}
      <DirectoryFilter query={query} parties={parties} nations={nations} />
      <h2>{found === 650 ? 'All 650 seats' : found === 1 ? '1 seat' : `${found} seats`}</h2>
      {found === 0 && (
        <p>
          Nothing fits. Search for the beginning of a word, or <a href="/staff/directory">show all seats</a>.
        </p>
      )}
      <ul className="directory-list">
        {rows.map(({ slug, name, nation, mp, details, corrections }) => (
          <li key={slug}>
            <h3>
              <a href={`/staff/directory/${slug}`}>{name}</a>
            </h3>
            <p>
              {mp ? `${mp.party}, ${nation}` : nation}
              {failing.has(slug) && (
                <strong className="directory-mark">Letters were refused at this email address</strong>
              )}
              {corrections.length > 0 && (
                <strong className="directory-mark">
                  {corrections.length === 1 ? '1 correction' : `${corrections.length} corrections`}
                </strong>
              )}
            </p>
            <dl className="facts">
              {details
                .filter(({ field }) => field !== 'party' && field !== 'memberSince')
                .map((detail) => (
                  <SourcedDetailEntry key={detail.field} detail={detail} now={now} />
                ))}
            </dl>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={pages}
        link={(page) => `/staff/directory?${composeQuery({ ...query, page: String(page) })}`}
      />
    </>
  )
}
