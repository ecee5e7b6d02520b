import type { Ask } from '@/lib/campaign/model/asks'

const more = { 1: 'Read why guardians matter', 2: 'Read why a plan matters' }

/** The asks side by side, each linking to its page. */
export function AskCards({ asks }: { asks: readonly Ask[] }) {
  return (
    <div className="cards">
      {asks.map(({ slug, number, title, where, short }) => (
        <article key={slug} className="card">
          <img className="card-picture" src={`/ask-${slug}.svg`} alt="" width="320" height="320" loading="lazy" />
          <p className="eyebrow">
            Ask {number} · {where}
          </p>
          <h3>{title}</h3>
          <p className="card-short">{short}</p>
          <p className="card-more">
            <a href={`/asks/${slug}`}>{more[number]}</a>
          </p>
        </article>
      ))}
    </div>
  )
}
