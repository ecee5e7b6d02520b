import type { Metadata } from 'next'
import { RuleStates } from '@/components/desk/messages/rule-states'
import { listTexts } from '@/lib/campaign/show-texts'
import { requireStaff } from '../_request/require-staff'
import '../../styles/desk/rule.css'

export const metadata: Metadata = { title: 'Texts' }

export default async function TextsPage() {
  await requireStaff('editor')
  const texts = await listTexts()
  return (
    <>
      <h1>Texts</h1>
      <p className="staff-list">
        The words of the public pages. What you write is a draft until it’s published, and every published version is
        kept.
      </p>
      <ul className="staff-cards">
        {texts.map(({ section, title, where, isChanged, hasDraft }) => (
          <li key={section}>
            <h2>
              <a href={`/staff/texts/${section}`}>{title}</a>
            </h2>
            <RuleStates
              states={[
                isChanged ? { kind: 'in-use', text: 'Changed by you' } : { kind: 'off', text: 'As shipped' },
                ...(hasDraft ? [{ kind: 'draft', text: 'Has a draft' } as const] : []),
              ]}
            />
            <p>On {where}.</p>
          </li>
        ))}
      </ul>
    </>
  )
}
