import type { ReactNode } from 'react'
import { LateReports } from '@/components/late-reports'
import { SiteFrame } from '../site-frame'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame>
      {children}
      <LateReports />
    </SiteFrame>
  )
}
