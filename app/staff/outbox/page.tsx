import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { env } from '@/lib/shared/env'
import { listOutbox } from '@/lib/staff/mail/outbox'
import { requireStaff } from '../_request/require-staff'

export const metadata: Metadata = { title: 'Outbox' }

/** Emails written to files, for development only: in production, admins would see each other’s sign-in links. */
export default async function OutboxPage() {
  await requireStaff('admin')
  if (!env.isDevelopment) redirect('/staff')
  const emails = await listOutbox()
  return (
    <>
      <h1>Outbox</h1>
      {emails.length === 0 && <p>Empty. Mail comes here while SMTP_URL is empty.</p>}
      <ol className="staff-log">
        {emails.map(({ file, to, subject, text }) => (
          <li key={file}>
            <h2>{subject}</h2>
            <p>
              To {to}, in <code>{file}</code>
            </p>
            <p className="staff-mail">
              {text.split(/(https?:\/\/\S+)/).map((part) =>
                part.startsWith('http') ? (
                  <a key={part} href={part}>
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
