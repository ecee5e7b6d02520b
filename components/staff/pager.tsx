type Props = { path: string; query: Record<string, string>; page: number; pages: number }

/** Links to the pages of a long list, with what it is narrowed down to. */
export function Pager({ path, query, page, pages }: Props) {
  if (pages === 1) return null
  const link = (number: number) => `${path}?${new URLSearchParams([...Object.entries(query).filter(([, value]) => value), ['page', String(number)]])}`
  return (
    <nav aria-label="Pages" className="pager">
      {page > 1 && (
        <a href={link(page - 1)} rel="prev">
          Previous page
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={link(page + 1)} rel="next">
          Next page
        </a>
      )}
    </nav>
  )
}
