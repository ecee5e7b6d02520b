import type { ReactNode } from 'react'
import { LateReports } from '@/components/letter/late-reports'
import { SiteFrame } from '../site-frame'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame>
      {children}
      <LateReports />
    </SiteFrame>
  )
}
