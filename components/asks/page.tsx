import type { Ask } from '@/lib/campaign/model/asks'
import { composeQuestions } from '@/lib/campaign/model/json-ld'
import { JsonLd } from '../site/json-ld'

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
          <img className="ask-picture" src={`/ask-${ask.slug}.svg`} alt="" width="320" height="240" />
        </div>
      </header>
      <div className="wrap ask-body">
        <section aria-labelledby="ask" className="the-ask">
          <h2 id="ask">What we ask the UK government to do</h2>
          <p>{ask.ask}</p>
        </section>
        <section aria-labelledby="problem">
          <h2 id="problem">What is wrong now</h2>
          {ask.problem.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
        <section aria-labelledby="where">
          <h2 id="where">Where it applies</h2>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Nation</th>
                <th scope="col">This ask</th>
              </tr>
            </thead>
            <tbody>
              {ask.nations.map(({ nation, text }) => (
                <tr key={nation}>
                  <th scope="row">{nation}</th>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
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
            {ask.questions.map(({ question, answer }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{answer}</dd>
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
            . This page prints as a briefing of one page.
          </p>
        </nav>
      </div>
    </article>
  )
}
