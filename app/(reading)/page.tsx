import { submitPostcode } from '@/app/take-action/actions'
import { Dissolved } from '@/components/dissolved'
import { PostcodeForm } from '@/components/postcode-form'
import { composeCount } from '@/lib/domain/counts'
import { env } from '@/lib/env'
import { getActionTotal } from '@/lib/operations/get-action-total'

export const revalidate = 10

export default async function HomePage() {
  const total = await getActionTotal()
  return (
    <>
      <section className="hero">
        <div className="wrap hero-columns">
          <div>
            <h1>Every child deserves a future they can plan for</h1>
            <p className="lead">
              Thousands of children in the UK have been trafficked, or are here without a parent. Ask your MP to call for the
              help they need: a guardian at their side and a long-term plan.
            </p>
            {env.PARLIAMENT_DISSOLVED ? <Dissolved /> : <PostcodeForm action={submitPostcode} />}
            {total !== null && <p className="count">{composeCount(total, 'MPs')}</p>}
          </div>
          <img className="hero-picture" src="/shelter.svg" alt="" width="480" height="420" />
        </div>
      </section>

      <section className="wrap band split" aria-labelledby="problem">
        <h2 id="problem">What is wrong</h2>
        <div className="prose">
          <p>
            Some of these children fled war and were exploited on the way. Some are British children in care, let down by the
            adults around them. They may have been forced to grow or sell drugs, or been sexually exploited, and then
            prosecuted for what traffickers made them do.
          </p>
          <p>
            They face the immigration, justice, care, health and education systems, often alone. Their number rises every
            year. Under the current system many cannot recover, live a stable life or plan ahead.
          </p>
          <p>
            It can be different. With one independent person at their side early on, a secure status where they need one and
            a long-term plan, they can be safe and get on with school, friends and work like anyone else.
          </p>
        </div>
      </section>

      <section className="wrap band" id="asks" aria-labelledby="asks-heading">
        <h2 id="asks-heading">What we ask the UK government to do</h2>
        <div className="cards">
          <article className="card">
            <p className="eyebrow">Ask 1 · England and Wales</p>
            <h3>A guardian for every child</h3>
            <p>
              Expand the Independent Child Trafficking Guardian service to all unaccompanied children, as well as those
              already identified as potentially trafficked. Today the law has a limited service, and it does not reach every
              child.
            </p>
            <p>Scotland and Northern Ireland have guardianship services of their own.</p>
          </article>
          <article className="card card-plan">
            <p className="eyebrow">Ask 2 · The whole UK</p>
            <h3>A long-term plan for every child</h3>
            <p>
              Set up a process that finds a long-term, sustainable arrangement for each child victim of trafficking, with an
              immigration decision based on the child’s best interests.
            </p>
          </article>
        </div>
      </section>

      <section className="wrap band split" aria-labelledby="guardians">
        <h2 id="guardians">Why guardians work</h2>
        <div className="prose">
          <p>
            International standards say that every unaccompanied or trafficked child should have an independent legal
            guardian who acts in the child’s best interests. A trusted adult helps a child to say what happened, and so to
            get help. A trusted adult helps to keep traffickers away.
          </p>
          <p className="history">
            <strong>120,535</strong> people have already called for specialist support for all trafficked children, in an
            earlier petition.
          </p>
        </div>
      </section>

      <section className="wrap band" aria-labelledby="how">
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
        {!env.PARLIAMENT_DISSOLVED && (
          <p>
            <a className="button" href="/take-action">
              Write to your MP
            </a>
          </p>
        )}
      </section>
    </>
  )
}
