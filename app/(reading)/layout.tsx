import type { ReactNode } from 'react'
import { SiteFrame } from '../site-frame'

// For a notice that begins or ends by the clock; a change at the desk is shown at once.
export const revalidate = 10

export default function Layout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>
}
