import { composeMetadata } from '@/app/page-metadata'
import { submitPostcode } from '@/app/take-action/actions'
import { AskCards } from '@/components/asks/cards'
import { Dissolved } from '@/components/site/dissolved'
import { JsonLd } from '@/components/site/json-ld'
import { OwnScript } from '@/components/site/own-script'
import { PostcodeForm } from '@/components/postcode/form'
import { SoFar } from '@/components/site/so-far'
import { WallSlice } from '@/components/wall/slice'
import { asks } from '@/lib/campaign/model/asks'
import { composeSiteData } from '@/lib/campaign/model/json-ld'
import { sliceWall } from '@/lib/supporters/model/wall'
import { env } from '@/lib/shared/env'
import { readWithFallback } from '@/lib/shared/fallback'
import { getProgress } from '@/lib/actions/get-progress'
import { getWall } from '@/lib/supporters/get-wall'

export const metadata = composeMetadata({
  path: '/',
  title: { absolute: 'Stable Futures: ask your MP to act for trafficked children' },
  description:
    'Trafficked and unaccompanied children need a guardian at their side and a plan for their future. Ask your MP to call for both. It takes five minutes.',
})

// The shipped supporters may include someone who has since been removed.
const noWall = () => ({ supporters: [], isDissolved: env.PARLIAMENT_DISSOLVED })

export default async function HomePage() {
  const [progress, { supporters, isDissolved }] = await Promise.all([
    getProgress(new Date()),
    readWithFallback(getWall, noWall),
  ])
  return (
    <>
      <JsonLd data={composeSiteData(env.SITE_URL)} />
      <OwnScript name="postcode" />
      <section className="hero">
        <div className="wrap hero-columns">
          <div>
            <h1>Every child deserves a future they can plan for</h1>
            <p className="lead">
              Thousands of children in the UK have been trafficked, or are here without a parent. Ask your MP to call
              for the help they need: a guardian at their side and a long-term plan.
            </p>
            {isDissolved ? <Dissolved /> : <PostcodeForm action={submitPostcode} />}
          </div>
          <img className="hero-picture" src="/shelter.svg" alt="" width="480" height="420" />
        </div>
      </section>

      {progress && <SoFar progress={progress} />}

      <section className="wrap band split" aria-labelledby="problem">
        <h2 id="problem">What is wrong</h2>
        <div className="prose">
          <p className="lead">
            Under the current system, children who were trafficked, or who are here alone, are often unable to recover,
            to live stable lives and to plan for a future.
          </p>
          <p>
            Their numbers, in the thousands, rise every year. They face the immigration, criminal justice, social care,
            health and education systems, often alone. England and Wales have no comprehensive guardianship service: the
            law has a limited one, and it does not reach every child.
          </p>
        </div>
      </section>

      <section className="wrap band" id="asks" aria-labelledby="asks-heading">
        <h2 id="asks-heading">What we ask the UK government to do</h2>
        <AskCards asks={asks} />
      </section>

      <section className="wrap band split" aria-labelledby="children">
        <h2 id="children">Who the children are</h2>
        <div>
          <ul className="people">
            <li>Some fled war and were exploited on the way.</li>
            <li>Some are British children in care, let down by the adults around them.</li>
            <li>
              Some were forced to grow or sell drugs, or were sexually exploited, and may be prosecuted for what
              traffickers made them do.
            </li>
            <li>Some have injuries and poor mental health, and no relative or friend in the country.</li>
          </ul>
          <p className="prose">
            They are also pupils, friends and future colleagues. With a long-term plan, a secure status where one is
            needed and one independent person at their side early on, a child can be safe, and get on with school,
            friends and a career like anyone else.
          </p>
        </div>
      </section>

      <section className="deep" aria-labelledby="why">
        <div className="wrap deep-columns">
          <div>
            <h2 id="why">Why guardians work</h2>
            <p>
              A trusted adult helps a child to tell what happened, and so to get help. A trusted adult helps to prevent
              the child being trafficked again.
            </p>
            <p>
              International standards say that every unaccompanied or trafficked child should have an independent legal
              guardian who acts in the child’s best interests.
            </p>
          </div>
          <p className="history">
            <strong>120,535</strong> people called for specialist support for all trafficked children before, in an
            earlier petition.
          </p>
        </div>
      </section>

      {supporters.length > 0 && (
        <section className="wrap band" aria-labelledby="wall">
          <h2 id="wall">Who stands with them</h2>
          <WallSlice
            supporters={sliceWall(supporters, { mps: 6, organisations: 6 })}
            all={supporters.length}
            isDissolved={isDissolved}
          />
        </section>
      )}

      <section className="close" aria-labelledby="how">
        <div className="wrap close-columns">
          <div>
            <h2 id="how">Five minutes of your time</h2>
            <ol className="steps">
              <li>
                <h3>Your postcode</h3>
                <p>It finds your constituency and your MP.</p>
              </li>
              <li>
                <h3>A post</h3>
                <p>Ready for X or Bluesky, in your own account.</p>
              </li>
              <li>
                <h3>An email</h3>
                <p>Add a sentence of your own. It counts for more than a copied text.</p>
              </li>
            </ol>
          </div>
          {!isDissolved && (
            <div className="close-form">
              <PostcodeForm action={submitPostcode} id="postcode-again" />
              <p>
                No postcode to hand? <a href="/find">Find your MP by name or place</a>.
              </p>
            </div>
          )}
        </div>
      </section>
    </>
  )
}
