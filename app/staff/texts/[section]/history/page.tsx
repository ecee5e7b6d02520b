import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Differences } from '@/components/desk/differences'
import { StaffForm } from '@/components/desk/form'
import { showTextHistory } from '@/lib/campaign/show-texts'
import { requireStaff } from '../../../_request/require-staff'
import { submitTextRestore } from '../../actions'
import '../../../../styles/desk/messages.css'
import '../../../../styles/desk/rule.css'
import '../../../../styles/desk/merge.css'

export const metadata: Metadata = { title: 'History of a text' }

export default async function TextHistoryPage({ params }: PageProps<'/staff/texts/[section]/history'>) {
  await requireStaff('editor')
  const { section } = await params
  const history = await showTextHistory(section)
  if (!history) redirect('/staff/texts')
  const { title, version, hasDraft, lines } = history
  return (
    <>
      <h1>History of “{title}”</h1>
      <p className="rule-links">
        <a href="/staff/texts">All texts</a>
        <a href={`/staff/texts/${section}`}>Edit it</a>
      </p>
      {hasDraft && <p>Restoring a version replaces the draft. What visitors see stays as it is.</p>}
      <ol className="staff-cards">
        {lines.map((line) => (
          <li key={line.version}>
            <h2>{line.version === 0 ? 'The shipped text' : `Version ${line.version}`}</h2>
            <p>
              {line.by}.{line.isPublished && ' Visitors see this one.'}
            </p>
            {line.differences.length > 0 && <Differences differences={line.differences} />}
            {(!line.isPublished || hasDraft) && (
              <StaffForm
                action={submitTextRestore}
                fields={[
                  { name: 'section', label: '', type: 'hidden', value: section },
                  { name: 'version', label: '', type: 'hidden', value: String(version) },
                  { name: 'from', label: '', type: 'hidden', value: String(line.version) },
                ]}
                submit="Restore as a draft"
                label={`Restore as a draft: ${line.version === 0 ? 'the shipped text' : `version ${line.version}`}`}
                isQuiet
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
