import type { Metadata } from 'next'
import { DraftChoice } from '@/components/desk/messages/draft-choice'
import { CheckTable } from '@/components/desk/messages/check-table'
import { StaffForm } from '@/components/desk/form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { type CheckView, showCheck } from '@/lib/messages/show-check'
import { requireStaff } from '../../_request/require-staff'
import { submitPublish } from '../actions'
import '../../../styles/desk/messages.css'
import '../../../styles/desk/rule.css'

export const metadata: Metadata = { title: 'Proof' }

export default async function CheckPage({ searchParams }: PageProps<'/staff/messages/proof'>) {
  const staff = await requireStaff('editor')
  const { draft } = await searchParams
  const check = await showCheck([draft ?? []].flat(), new Date())
  const changed = check.lines.filter(({ isChanged }) => isChanged)
  return (
    <>
      <h1>Proof</h1>
      <p className="staff-list">
        Every message of all {check.lines.length} seats is written out here, as it is and as it would be, also at the
        times when a rule begins or ends, and for a seat that falls vacant.
      </p>
      <p className="rule-links">
        <a href="/staff/messages">All rules</a>
      </p>
      {check.drafts.length === 0 ? (
        <p>There is no draft to publish. This is the proof of what visitors get now.</p>
      ) : (
        <DraftChoice drafts={check.drafts} />
      )}
      <section aria-labelledby="result">
        <h2 id="result">Result</h2>
        <Problems check={check} />
        {check.warnings.map((warning) => (
          <p key={warning}>{warning}. That is no error, but look whether it is meant.</p>
        ))}
        {check.drafts.length > 0 && check.problems.length === 0 && (
          <Publish check={check} mayPublish={isAtLeast(staff.role, 'publisher')} />
        )}
      </section>
      <section aria-labelledby="changed">
        <h2 id="changed">Who would get something else</h2>
        {changed.length === 0 ? (
          <p>Nobody: each seat gets what it gets now.</p>
        ) : (
          <CheckTable caption={changed.length === 1 ? '1 seat' : `${changed.length} seats`} lines={changed} />
        )}
      </section>
      <details className="rule-discard">
        <summary>All {check.lines.length} seats</summary>
        <CheckTable caption="All seats" lines={check.lines} />
      </details>
    </>
  )
}

function Problems({ check: { problems, lines } }: { check: CheckView }) {
  if (problems.length === 0) return <p>No errors: each of the {lines.length} seats gets a message that can be sent.</p>
  return (
    <div className="rule-problems">
      <p>
        {problems.length === 1 ? 'There is 1 error.' : `There are ${problems.length} errors.`} Nothing can be published
        before they are mended.
      </p>
      <div className="rule-scroll" role="region" aria-label="Errors" tabIndex={0}>
        <ul>
          {problems.map(({ text, ruleId }) => (
            <li key={text}>
              {text}{' '}
              <a href={ruleId === null ? '/staff/messages' : `/staff/messages/${ruleId}`}>
                {ruleId === null ? 'See the rules' : 'Mend the rule'}
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
