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
        When somebody asks us to erase what we hold about them. First you see where it is: supporters, messages, texts,
        corrections, links, sign-ins, the activity log and everything else with words in it. Nothing is erased until you
        say so, and then it can’t be brought back. It finds what you write, and no other spelling: look for the surname
        alone too, and for a nickname. The activity log keeps that something was erased, when and by whom.
      </p>
      <ErasureForm action={submitPersonErasure} />
      <h2>What this doesn’t reach</h2>
      <ul>
        <li>
          Letters that we send for visitors are sealed, so a search finds them by their email address only. Erase them{' '}
          <a href="/staff/letters#erase">under Letters</a>.
        </li>
        <li>
          Texts and messages that are live, settings, and corrections in force: you see where they have it, and edit
          them yourself. Then look again.
        </li>
        <li>
          Someone who can sign in here: <a href="/staff/people">remove them first</a>, which deletes their name and
          address.
        </li>
        <li>What Parliament publishes about MPs, and words in pictures.</li>
        <li>What someone has typed at the desk and not saved yet: it’s in their browser only.</li>
        <li>
          The database from before a restore, which is kept beside the new one: ask the person who runs the server.
        </li>
        <li>
          {env.BACKUP_DIR === ''
            ? 'Backups that were made before: delete the old ones, or ask the person who runs the server to.'
            : `Backups that were made before still hold it until newer ones replace them. The newest ${env.BACKUP_KEEP} are kept, one every ${env.BACKUP_EVERY_HOURS} hours. After a restore of an older one, erase it again.`}
        </li>
      </ul>
    </div>
  )
}
