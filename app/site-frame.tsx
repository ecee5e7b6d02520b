import type { ReactNode } from 'react'
import { NoticeBar } from '@/components/site/notice-bar'
import { SiteFooter } from '@/components/site/footer'
import { SiteHeader } from '@/components/site/header'
import { getOrganisation } from '@/lib/campaign/get'
import { isSendingOffered } from '@/lib/letters/get-settings'
import { getNotice } from '@/lib/campaign/get-notice'

type Props = {
  children: ReactNode
  /** Whether the page is for doing something, with little else around it. */ isAction?: boolean
}

/** The frame of every public page. The staff desk has its own. */
export async function SiteFrame({ children, isAction = false }: Props) {
  const [notice, organisation, isSending] = await Promise.all([
    getNotice(new Date()),
    getOrganisation(),
    isSendingOffered(),
  ])
  return (
    <>
      <SiteHeader />
      {notice && <NoticeBar notice={notice} />}
      <main id="main" className="site" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter organisation={organisation} isSmall={isAction} isSending={isSending} />
    </>
  )
}
