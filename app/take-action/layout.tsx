import type { ReactNode } from 'react'
import { SiteFrame } from '../site-frame'

export default function Layout({ children }: { children: ReactNode }) {
  return <SiteFrame isAction>{children}</SiteFrame>
}
