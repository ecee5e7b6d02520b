import type { ReactNode } from 'react'
import { NoticeBar } from '@/components/site/notice-bar'
import { SiteFooter } from '@/components/site/footer'
import { SiteHeader } from '@/components/site/header'
import { getNotice } from '@/lib/campaign/get-notice'

/** The frame of every public page. The staff desk has its own. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const notice = await getNotice(new Date())
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the main part
      </a>
      <SiteHeader />
      {notice && <NoticeBar notice={notice} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
