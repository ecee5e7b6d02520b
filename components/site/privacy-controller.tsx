import { notLaunched, type Organisation } from '@/lib/campaign/model/organisation'
import { Contact } from './contact'

/** Who answers for personal data, in the words of the law, and how to reach them. */
export function PrivacyController({ organisation }: { organisation: Organisation }) {
  const { status, controller, name, address, privacyEmail } = organisation
  return (
    <>
      {status === 'not-set' && <p>{notLaunched}</p>}
      {status === 'unknown' && <p>We can’t show who runs this site just now. Please come back in a few minutes.</p>}
      {status === 'set' && (
        <p>
          {controller} decides how this site uses personal data. (The law calls that the data controller.)
          {address && ` By post: ${controller === name ? name : `${controller}, ${name}`}, ${address}.`}
        </p>
      )}
      <Contact email={privacyEmail} about="Email about privacy:" />
    </>
  )
}
