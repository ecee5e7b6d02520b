import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { VersionChoice } from '@/components/desk/messages/version-choice'
import { Differences } from '@/components/desk/differences'
import { StaffForm } from '@/components/desk/form'
import { showRuleHistory } from '@/lib/messages/show-history'
import { requireStaff } from '../../../_request/require-staff'
import { submitRestore } from '../../actions'
import { readId } from '../../../_request/read-seen'
import '../../../../styles/desk/messages.css'
import '../../../../styles/desk/rule.css'
import '../../../../styles/desk/merge.css'

export const metadata: Metadata = { title: 'History of a rule' }

export default async function HistoryPage({ params, searchParams }: PageProps<'/staff/messages/[id]/history'>) {
  await requireStaff('editor')
  const [{ id }, { from, to }] = await Promise.all([params, searchParams])
  const view = await showRuleHistory(readId(id), { from, to }, new Date())
  if (!view) redirect(`/staff/messages/${readId(id)}`) // which says whether it is archived or gone
  const { name, version, lines, compared, hasDraft } = view
  return (
    <>
      <h1>History of “{name}”</h1>
      <p className="rule-links">
        <a href="/staff/messages">All rules</a>
        <a href={`/staff/messages/${id}`}>Edit it</a>
      </p>
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        {hasDraft && <p>Restoring a version puts it in the place of the draft. What is published stays as it is.</p>}
        <ol className="staff-cards">
          {lines.map((line) => (
            <li key={line.key}>
              <h3>{line.key === 'draft' ? 'Draft' : `Version ${line.key}`}</h3>
              <p>
                “{line.name}”. {line.by}.{line.isPublished && ' This is what is published.'}
              </p>
              {line.key !== 'draft' && (!line.isPublished || hasDraft) && (
                <StaffForm
                  action={submitRestore}
                  fields={[
                    { name: 'id', label: '', type: 'hidden', value: id },
                    { name: 'version', label: '', type: 'hidden', value: String(version) },
                    { name: 'from', label: '', type: 'hidden', value: line.key },
                  ]}
                  submit="Restore as a draft"
                  label={`Restore as a draft: version ${line.key}`}
                  isQuiet
                />
              )}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="compare">
        <h2 id="compare">Compare</h2>
        {lines.length < 2 ? (
          <p>There is only one version so far, so there is nothing to compare.</p>
        ) : (
          <>
            <VersionChoice
              action={`/staff/messages/${id}/history#compare`}
              lines={lines}
              from={compared.from}
              to={compared.to}
            />
            {compared.differences.length === 0 && <p>They say the same.</p>}
            <Differences differences={compared.differences} />
          </>
        )}
      </section>
    </>
  )
}
