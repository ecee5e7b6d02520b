import { composeSupporterQuery, type SupporterQuery } from '@/lib/domain/supporter-list'

type Props = { query: SupporterQuery; pages: number }

/** The way to the other pages of a list that is too long for one. */
export function SupporterPages({ query, pages }: Props) {
  if (pages === 1) return null
  const current = Math.min(query.page, pages)
  return (
    <nav aria-label="Pages of the list">
      <ul className="supporter-pages">
        {Array.from({ length: pages }, (_none, index) => index + 1).map((page) => (
          <li key={page}>
            <a href={`/staff/supporters?${composeSupporterQuery({ ...query, page })}`} aria-current={page === current ? 'page' : undefined}>
              Page {page}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
