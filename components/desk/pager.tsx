type Props = { page: number; pages: number; link: (page: number) => string }

/** Links to the previous and next pages of a long list. */
export function Pager({ page, pages, link }: Props) {
  if (pages === 1) return null
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
