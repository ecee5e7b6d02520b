import { isAtLeast, type Role, type Staff } from '@/lib/staff/model/staff'

type Props = {
  staff: Staff
  isDevelopment: boolean
  /** The path of the page that is open. */
  path: string
}

const pages: { href: string; text: string; minimum: Role; isForDevelopment?: boolean }[] = [
  { href: '/staff', text: 'Desk', minimum: 'editor' },
  { href: '/staff/supporters', text: 'Supporters', minimum: 'editor' },
  { href: '/staff/messages', text: 'Messages', minimum: 'editor' },
  { href: '/staff/texts', text: 'Texts', minimum: 'editor' },
  { href: '/staff/directory', text: 'Directory', minimum: 'editor' },
  { href: '/staff/letters', text: 'Letters', minimum: 'publisher' },
  { href: '/staff/figures', text: 'Figures', minimum: 'editor' },
  { href: '/staff/settings', text: 'Settings', minimum: 'admin' },
  { href: '/staff/switches', text: 'Big switches', minimum: 'publisher' },
  { href: '/staff/launch', text: 'Launch', minimum: 'admin' },
  { href: '/staff/people', text: 'People', minimum: 'admin' },
  { href: '/staff/erasure', text: 'Erase data', minimum: 'admin' },
  { href: '/staff/log', text: 'Activity log', minimum: 'editor' },
  { href: '/staff/devices', text: 'Your devices', minimum: 'editor' },
  { href: '/staff/outbox', text: 'Outbox', minimum: 'admin', isForDevelopment: true },
]

/** Links to the desk pages that this person can open. */
export function StaffNav({ staff, isDevelopment, path }: Props) {
  const shown = pages.filter(
    ({ minimum, isForDevelopment }) => isAtLeast(staff.role, minimum) && (isDevelopment || !isForDevelopment),
  )
  return (
    <nav aria-label="Staff desk">
      <ul>
        {shown.map(({ href, text }) => (
          <li key={href}>
            <a href={href} aria-current={href === path ? 'page' : isWithin(path, href) ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isWithin(path: string, href: string): boolean {
  return href !== '/staff' && path.startsWith(`${href}/`)
}
