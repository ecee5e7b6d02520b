import type { Metadata } from 'next'
import { ErasureForm } from '@/components/desk/erasure/erasure-form'
import { env } from '@/lib/shared/env'
import { requireStaff } from '../_request/require-staff'
import { submitPersonErasure } from './actions'

export const metadata: Metadata = { title: 'Erase a person’s data' }

export default async function ErasurePage() {
  await requireStaff('admin')
  return (
    <div className="staff-narrow">
      <h1>Erase a person’s data</h1>
      <p>
        When somebody asks us to erase what we hold about them. First you see where it is; nothing is erased until you
        say so, and then it can’t be brought back. The activity log keeps that something was erased, when and by whom.
      </p>
      <ErasureForm action={submitPersonErasure} />
      <h2>What this doesn’t reach</h2>
      <ul>
        <li>
          Letters that we send for visitors are sealed, so a search can’t find them. Erase them{' '}
          <a href="/staff/letters#erase">by their email address</a>.
        </li>
        <li>
          Someone on the staff: <a href="/staff/people">remove them</a>, which deletes their name and address.
        </li>
        <li>Texts and messages that visitors read. Change them on their own pages.</li>
        <li>
          {env.BACKUP_DIR === ''
            ? 'Backups that were made before: delete the old ones, or ask the person who runs the server to.'
            : `Backups that were made before still hold it until newer ones replace them. The newest ${env.BACKUP_KEEP} are kept, one every ${env.BACKUP_EVERY_HOURS} hours. After a restore of an older one, erase it again.`}
        </li>
      </ul>
    </div>
  )
}
