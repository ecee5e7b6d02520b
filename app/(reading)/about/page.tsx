import { composeMetadata } from '@/app/page-metadata'
import { Contact } from '@/components/site/contact'
import { credits } from '@/lib/campaign/model/credits'
import { env } from '@/lib/shared/env'

export const metadata = composeMetadata({
  path: '/about',
  title: 'About this site',
  description: 'What Stable Futures is, how the site finds your MP, how it counts, and whose data and fonts it uses.',
})

export default function AboutPage() {
  return (
    <div className="wrap narrow reading">
      <h1>About this site</h1>
      <p className="lead">
        Stable Futures is a campaign for children in the UK who are victims of trafficking, and for children who are
        here without a parent or carer.
      </p>
      <p>
        It asks the UK government for <a href="/asks/guardians">a guardian for every child</a> and{' '}
        <a href="/asks/long-term-plan">a long-term plan for every child</a>. This site shows{' '}
        <a href="/supporters">who supports it</a> and helps you to <a href="/take-action">write to your own MP</a>.
      </p>

      <h2>How we find your MP</h2>
      <p>
        A postcode leads to a constituency, and Parliament’s own directory says who its MP is. We check the directory
        every day. A postcode can lie across a boundary, so each page lets you say “that is not my constituency”. Where
        an MP has no public account or address that we can find, we say so and never guess one.
      </p>

      <h2>How we count</h2>
      <p>
        We count messages that people opened or copied here, and, apart from these, messages that people told us they
        sent. The two are never added up. The same person, day, way and MP count once. The figures are open to everyone
        as <a href="/api/counts">data</a>.
      </p>

      <h2>What this site is not</h2>
      <p>
        It is not part of Parliament or of any party, and it cannot take reports about a child. For help, see{' '}
        <a href="#help-now">who to call</a>.
      </p>

      <h2 id="credits">Credits and licences</h2>
      <dl className="credits">
        {credits.map(({ what, who, licence, href }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {who}. {href ? <a href={href}>{licence}</a> : licence}.
            </dd>
          </div>
        ))}
      </dl>
      <Contact email={env.CONTACT_EMAIL} about="Something wrong or missing? Write to" />
    </div>
  )
}
