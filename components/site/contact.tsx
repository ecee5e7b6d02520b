/** The campaign's email address, if it has one. */
export function Contact({ email, about }: { email: string; about: string }) {
  if (!email) return null
  return (
    <p>
      {about} <a href={`mailto:${email}`}>{email}</a>.
    </p>
  )
}
