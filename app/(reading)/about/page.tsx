import { composeMetadata } from '@/app/page-metadata'
import { Contact } from '@/components/site/contact'
import { Prose } from '@/components/site/prose'
import { OrganisationDetails } from '@/components/site/organisation-details'
import { credits } from '@/lib/campaign/model/credits'
import { getOrganisation } from '@/lib/campaign/get'
import { getTexts } from '@/lib/campaign/get-texts'
import type { Texts } from '@/lib/campaign/model/shipped-texts'
import { startedBy } from '@/lib/campaign/model/organisation'

export const generateMetadata = () =>
  composeMetadata({
    path: '/about',
    title: 'About this site',
    description:
      'Who runs Stable Futures, how the site finds your MP, how it counts, and whose data and fonts it uses.',
  })

/** @param draft texts to show instead of the published ones, for a preview at the desk */
export default async function AboutPage({ draft }: { draft?: Texts }) {
  const { pictures } = draft ?? (await getTexts())
  const organisation = await getOrganisation()
  return (
    <div className="wrap narrow reading">
      <h1>About this site</h1>
      <p className="lead">
        Stable Futures is a campaign for children in the UK who are victims of trafficking, and for children who are
        here without a parent or carer.
      </p>
      <p>
        It asks the UK government for <a href="/asks/guardians">a guardian for every child</a> and{' '}
        <a href="/asks/long-term-plan">a long-term plan for every child</a>. Here you can see{' '}
        <a href="/supporters">who supports it</a> and <a href="/take-action">write to your own MP</a>.
      </p>

      <h2>Who we are</h2>
      <p>{startedBy}</p>
      <OrganisationDetails organisation={organisation} />

      <h2>How we find your MP</h2>
      <p>
        Your postcode tells us your constituency, and Parliament’s own directory tells us its MP. Each MP’s page says
        when we last checked it. A postcode can cross a boundary, so each page lets you say “Not your constituency?”. If
        we can’t find an account or address for an MP, we say so. We never guess one.
      </p>

      <h2>How we count</h2>
      <p>
        We count the messages that people open or copy here. Separately, we count the messages that people tell us they
        sent. We never add the two together. The same message from the same person to the same MP counts once a day.
        Anyone can use the numbers <a href="/api/counts">as data</a>.
      </p>

      <h2>What this site isn’t</h2>
      <p>
        It isn’t part of Parliament or of any party, and it can’t take reports about a child. If you or a child needs
        help, see <a href="#help-now">who to call</a>.
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
        <div>
          <dt>Pictures</dt>
          <dd>
            <Prose text={pictures.text} />
          </dd>
        </div>
      </dl>
      <Contact email={organisation.email} about="Is something wrong or missing? Write to" />
    </div>
  )
}
