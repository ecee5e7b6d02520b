import type { Metadata } from 'next'
import { SupporterForm } from '@/components/desk/supporters/form'
import { explainRefusal } from '@/lib/supporters/model/rights'
import { emptyDraft } from '@/lib/supporters/model/draft'
import { isParliamentDissolved } from '@/lib/campaign/get'
import { requireStaff } from '../../_request/require-staff'
import '../../../styles/desk/supporters.css'
import '../../../styles/desk/supporter-form.css'
import { askMembers, submitSupporter } from '../[id]/actions'

export const metadata: Metadata = { title: 'New supporter' }

export default async function NewSupporterPage() {
  const staff = await requireStaff('editor')
  return (
    <>
      <p>
        <a href="/staff/supporters">All supporters</a>
      </p>
      <h1>New supporter</h1>
      <SupporterForm
        action={submitSupporter}
        askMembers={askMembers}
        id={null}
        sheet={{ draft: emptyDraft, member: null, version: '', seen: '', base: '' }}
        status="draft"
        logo={null}
        isDissolved={await isParliamentDissolved()}
        isReadOnly={false}
        mayPublish={explainRefusal(staff.role, null, 'published') === null}
      />
    </>
  )
}
