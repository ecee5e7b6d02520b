import { isAtLeast, type Role } from '@/lib/staff/model/staff'

const pages: { href: string; text: string; minimum: Role }[] = [
  { href: '/staff/figures', text: 'By day, nation, source and message', minimum: 'editor' },
  { href: '/staff/figures/seats', text: 'All 650 seats', minimum: 'editor' },
  { href: '/staff/figures/sources', text: 'Links for partners', minimum: 'editor' },
  { href: '/staff/figures/held', text: 'Unusual bursts', minimum: 'publisher' },
]

/** Links between the figures pages, and a caution shown on all of them. */
export function FiguresTabs({ current, role }: { current: string; role: Role }) {
  return (
    <>
      <nav aria-label="Figures" className="staff-tabs">
        <ul>
          {pages
            .filter(({ minimum }) => isAtLeast(role, minimum))
            .map(({ href, text }) => (
              <li key={href}>
                <a href={href} aria-current={href === current ? 'page' : undefined}>
                  {text}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <p className="fine">
        These figures are exact and for campaign staff only, because a small number can point to one person. Outside
        this desk, use the numbers on the public pages. “Opened” and “Confirmed as sent” are two counts of the same
        messages, so never add them together.
      </p>
    </>
  )
}
