import type { Metadata } from 'next'
import { roleWords } from '@/lib/staff/model/staff'
import { requireStaff } from '../_request/require-staff'

export const metadata: Metadata = { title: 'Your role can’t open this page' }

export default async function NoAccessPage() {
  const { role } = await requireStaff('editor')
  return (
    <div className="staff-narrow">
      <h1>Your role can’t open this page</h1>
      <p>Your role: {roleWords[role]}. Ask an admin if you need more.</p>
      <p>
        <a href="/staff">Back to the desk</a>
      </p>
    </div>
  )
}
