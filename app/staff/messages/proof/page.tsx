import type { Metadata } from 'next'
import { DraftChoice } from '@/components/desk/messages/draft-choice'
import { CheckTable } from '@/components/desk/messages/check-table'
import { StaffForm } from '@/components/desk/form'
import { formatMoment } from '@/lib/shared/model/uk-time'
import { isAtLeast } from '@/lib/staff/model/staff'
import { type CheckView, showCheck } from '@/lib/messages/show-check'
import { requireStaff } from '../../_request/require-staff'
import { submitPublish } from '../actions'
import '../../../styles/desk/messages.css'
import '../../../styles/desk/rule.css'

export const metadata: Metadata = { title: 'Check' }

export default async function CheckPage({ searchParams }: PageProps<'/staff/messages/proof'>) {
  const staff = await requireStaff('editor')
  const { draft } = await searchParams
  const check = await showCheck([draft ?? []].flat(), staff.id, new Date())
  return (
    <>
      <h1>Check</h1>
      <p className="staff-list">
        We write out the message of all {check.seats} constituencies as it is and as it would be, at every moment at
        which something changes, and for a constituency that falls vacant.
      </p>
      <p className="rule-links">
        <a href="/staff/messages">All rules</a>
      </p>
      {check.drafts.length === 0 ? (
        <p>There is no draft to publish. This is the check of what visitors get now.</p>
      ) : (
        <DraftChoice drafts={check.drafts} />
      )}
      <section aria-labelledby="result">
        <h2 id="result">Result</h2>
        <Problems check={check} />
        {check.warnings.map((warning) => (
          <p key={warning}>{warning}. You can publish it all the same: check that it’s what you want.</p>
        ))}
        {check.chosen !== '' && check.problems.length === 0 && (
          <Publish check={check} mayPublish={isAtLeast(staff.role, 'publisher')} />
        )}
      </section>
      <section aria-labelledby="changed">
        <h2 id="changed">Constituencies that would change</h2>
        {check.moments.length === 0 && <p>None: each constituency gets what it gets now, and will go on getting it.</p>}
        {check.moments.map(({ at, lines }) => (
          <CheckTable
            key={at?.getTime() ?? 0}
            caption={`${at ? `From ${formatMoment(at)}` : 'Now'}: ${lines.length === 1 ? '1 constituency' : `${lines.length} constituencies`}`}
            lines={lines}
          />
        ))}
      </section>
    </>
  )
}

function Problems({ check: { problems, seats } }: { check: CheckView }) {
  if (problems.length === 0)
    return <p>No errors: each of the {seats} constituencies gets a message that can be sent.</p>
  return (
    <div className="rule-problems">
      <p>
        {problems.length === 1 ? 'There is 1 error.' : `There are ${problems.length} errors.`} Nothing can be published
        until they’re put right.
      </p>
      <div className="rule-scroll" role="region" aria-label="Errors" tabIndex={0}>
        <ul>
          {problems.map(({ text, ruleId }) => (
            <li key={text}>
              {text}{' '}
              <a href={ruleId === null ? '/staff/messages' : `/staff/messages/${ruleId}`}>
                {ruleId === null ? 'See the rules' : 'Edit the rule'}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Publish({ check, mayPublish }: { check: CheckView; mayPublish: boolean }) {
  if (!mayPublish)
    return (
      <p>
        Ask a publisher to publish {check.drafts.filter(({ isChosen }) => isChosen).length === 1 ? 'it' : 'them'}:
        editors write drafts.
      </p>
    )
  return (
    <StaffForm
      action={submitPublish}
      fields={[
        { name: 'drafts', label: '', type: 'hidden', value: check.chosen },
        { name: 'proved', label: '', type: 'hidden', value: check.checked },
      ]}
      submit="Publish for visitors"
    />
  )
}
