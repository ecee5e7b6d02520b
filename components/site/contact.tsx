/** Where to write to the campaign, when it has said where. */
export function Contact({ email, about }: { email: string; about: string }) {
  if (!email) return null
  return (
    <p>
      {about} <a href={`mailto:${email}`}>{email}</a>.
    </p>
  )
}
