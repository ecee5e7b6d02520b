import type { Ask } from '@/lib/campaign/model/asks'
import { composeQuestions } from '@/lib/campaign/model/json-ld'
import { JsonLd } from '../site/json-ld'
import { Prose } from '../site/prose'

type Props = { ask: Ask; other: Ask; siteUrl: string }

/** One ask in depth. It prints as a one-page briefing for an MP's office to file. */
export function AskPage({ ask, other, siteUrl }: Props) {
  return (
    <article className="ask-page" data-ask={ask.number}>
      <JsonLd data={composeQuestions(ask.questions)} />
      <header className="ask-head">
        <div className="wrap ask-head-columns">
          <div>
            <p className="briefing-head">
              Stable Futures · Briefing · {siteUrl}/asks/{ask.slug}
            </p>
            <p className="eyebrow">
              Ask {ask.number} · {ask.where}
            </p>
            <h1>{ask.title}</h1>
            <p className="lead">{ask.lead}</p>
          </div>
          <img className="ask-picture" src={`/ask-${ask.slug}.svg`} alt="" width="320" height="320" />
        </div>
      </header>
      <div className="wrap ask-body">
        <section aria-labelledby="ask" className="the-ask">
          <h2 id="ask">What we’re asking the UK government to do</h2>
          <p>{ask.ask}</p>
        </section>
        <section aria-labelledby="problem">
          <h2 id="problem">What’s wrong now</h2>
          <Prose text={ask.problem} />
        </section>
        <section aria-labelledby="where">
          <h2 id="where">Where it applies</h2>
          <dl className="credits">
            {ask.nations.map(({ nation, text }) => (
              <div key={nation}>
                <dt>{nation}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="changes" className="wide">
          <h2 id="changes">What changes for a child</h2>
          <ul className="changes">
            {ask.changes.map(({ title, text }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="questions" className="wide">
          <h2 id="questions">Questions and answers</h2>
          <dl className="questions">
            {ask.questions.map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <nav className="ask-next no-print" aria-label="What next">
          <a className="button" href="/take-action">
            Ask your MP to act
          </a>
          <p>
            Next:{' '}
            <a href={`/asks/${other.slug}`}>
              Ask {other.number}, {other.title.toLowerCase()}
            </a>
            . This page prints as a one-page briefing.
          </p>
        </nav>
      </div>
    </article>
  )
}
