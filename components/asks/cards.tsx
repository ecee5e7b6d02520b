import type { Ask } from '@/lib/campaign/model/asks'

/** The asks side by side, each linking to its page. */
export function AskCards({ asks }: { asks: readonly Ask[] }) {
  return (
    <div className="cards">
      {asks.map(({ slug, number, title, where, short, ask }) => (
        <article key={slug} className="card" data-ask={number}>
          <img className="card-picture" src={`/ask-${slug}.svg`} alt="" width="320" height="240" loading="lazy" />
          <p className="eyebrow">
            Ask {number} · {where}
          </p>
          <h3>{title}</h3>
          <p className="card-short">{short}</p>
          <p>{ask}</p>
          <p className="card-more">
            <a href={`/asks/${slug}`} aria-label={`More about ask ${number}: ${title.toLowerCase()}`}>
              More about ask {number}
            </a>
          </p>
        </article>
      ))}
    </div>
  )
}
