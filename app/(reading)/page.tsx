import type { Metadata } from 'next'
import { composeMetadata } from '@/app/page-metadata'
import { submitPostcode } from '@/app/take-action/actions'
import { AskCards } from '@/components/asks/cards'
import { Dissolved } from '@/components/site/dissolved'
import { JsonLd } from '@/components/site/json-ld'
import { OwnScript } from '@/components/site/own-script'
import { PostcodeForm } from '@/components/postcode/form'
import { Prose } from '@/components/site/prose'
import { SoFar } from '@/components/site/so-far'
import { WallSlice } from '@/components/wall/slice'
import { composeAsks } from '@/lib/campaign/model/texts'
import { composeSiteData } from '@/lib/campaign/model/json-ld'
import { sliceWall } from '@/lib/supporters/model/wall'
import { env } from '@/lib/shared/env'
import { readWithFallback } from '@/lib/shared/fallback'
import { getOrganisation } from '@/lib/campaign/get'
import { getTexts } from '@/lib/campaign/get-texts'
import { parsePairs } from '@/lib/campaign/model/prose'
import type { Texts } from '@/lib/campaign/model/shipped-texts'
import { formatUkDay } from '@/lib/shared/model/uk-time'
import { getProgress } from '@/lib/actions/get-progress'
import { getWall } from '@/lib/supporters/get-wall'
import '../styles/site/front.css'
import '../styles/site/wall.css'

export async function generateMetadata(): Promise<Metadata> {
  const { share } = await getTexts()
  return composeMetadata({
    path: '/',
    title: { absolute: 'Stable Futures: ask your MP to act for trafficked children' },
    description: share.description,
  })
}

// The shipped supporters may include someone who has since been removed.
const noWall = () => ({ supporters: [], isDissolved: env.PARLIAMENT_DISSOLVED })

/** @param draft texts to show instead of the published ones, for a preview at the desk */
export default async function HomePage({ draft }: { draft?: Texts }) {
  const texts = draft ?? (await getTexts())
  const [progress, { supporters, isDissolved }, organisation] = await Promise.all([
    getProgress(new Date()),
    readWithFallback(getWall, noWall),
    getOrganisation(),
  ])
  return (
    <>
      <JsonLd data={composeSiteData(env.SITE_URL, organisation)} />
      {!draft && <OwnScript name="postcode" />}
      <section className="hero">
        <div className="wrap hero-columns">
          <div>
            <h1>{texts.hero.title}</h1>
            <Prose text={texts.hero.lead} leadClass="lead" />
            {isDissolved ? <Dissolved /> : <PostcodeForm action={submitPostcode} />}
          </div>
          <img className="hero-picture" src="/shelter.svg" alt="" width="480" height="420" />
        </div>
      </section>

      {progress && <SoFar progress={progress} />}

      <section className="wrap band split" aria-labelledby="problem">
        <h2 id="problem">{texts.problem.heading}</h2>
        <div className="prose">
          <Prose text={texts.problem.text} leadClass="lead" />
        </div>
      </section>

      <section className="wrap band" id="asks" aria-labelledby="asks-heading">
        <h2 id="asks-heading">{texts.asks.heading}</h2>
        <AskCards asks={composeAsks(texts)} />
      </section>

      <section className="children-band" aria-labelledby="children">
        <div className="wrap band split">
          <h2 id="children">{texts.children.heading}</h2>
          <div className="prose">
            <Prose text={texts.children.text} listClass="people" />
          </div>
        </div>
      </section>

      <section className="deep" aria-labelledby="why">
        <div className="wrap deep-columns">
          <div>
            <h2 id="why">{texts.evidence.heading}</h2>
            <Prose text={texts.evidence.text} />
          </div>
          <div className="history">
            <Prose text={texts.evidence.supporters} />
          </div>
        </div>
      </section>

      {supporters.length > 0 && (
        <section className="wrap band" aria-labelledby="wall">
          <h2 id="wall">Who stands with them</h2>
          <WallSlice
            supporters={sliceWall(supporters, { mps: 6, organisations: 4 })}
            all={supporters.length}
            isDissolved={isDissolved}
          />
        </section>
      )}

      <section className="wrap band split" aria-labelledby="why-now">
        <h2 id="why-now">{texts.whyNow.heading}</h2>
        <div className="prose">
          <Prose text={texts.whyNow.text} leadClass="lead" />
          {texts.whyNow.checkedOn && (
            <p className="fine">True as of {formatUkDay(new Date(texts.whyNow.checkedOn))}.</p>
          )}
        </div>
      </section>

      <section className="close" aria-labelledby="how">
        <div className="wrap">
          <h2 id="how">{texts.steps.heading}</h2>
          <ol className="steps" role="list">
            {(parsePairs(texts.steps.steps) ?? []).map(({ title, text }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
          {!isDissolved && (
            <div className="close-action">
              <a className="button" href="/take-action">
                Find my MP
              </a>
            </div>
          )}
        </div>
      </section>
    </>
  )
}
