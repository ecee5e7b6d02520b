import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import AboutPage from '@/app/(reading)/about/page'
import GuardiansPage from '@/app/(reading)/asks/guardians/page'
import PlanPage from '@/app/(reading)/asks/long-term-plan/page'
import HomePage from '@/app/(reading)/page'
import { SiteFrame } from '@/app/site-frame'
import { requireStaff } from '@/app/staff/_request/require-staff'
import { Friends } from '@/components/letter/friends'
import { Thanks } from '@/components/letter/sent-panel'
import { getCampaign } from '@/lib/campaign/get'
import type { Texts, TextSection } from '@/lib/campaign/model/shipped-texts'
import { textForms } from '@/lib/campaign/model/text-fields'
import { previewText } from '@/lib/campaign/preview-text'
import { env } from '@/lib/shared/env'

// Here rather than under app/staff, whose layout is the desk’s: this is a public page, as visitors will see it.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

export default async function PreviewPage({ params }: PageProps<'/staff/preview/[section]'>) {
  await requireStaff('editor')
  const [preview, { minister }] = await Promise.all([previewText((await params).section), getCampaign(new Date())])
  if (!preview) redirect('/staff/texts')
  const { section, texts } = preview
  return (
    <>
      <main className="wrap">
        <h1>Preview of “{textForms[section].title}”</h1>
        <p>
          Only you see this page, and its links and buttons do nothing.{' '}
          <a href={`/staff/texts/${section}`}>Back to the text</a>
        </p>
      </main>
      <div inert>
        <SiteFrame>{renderPage(section, texts, minister)}</SiteFrame>
      </div>
    </>
  )
}

function renderPage(section: TextSection, texts: Texts, minister: string): ReactNode {
  switch (section) {
    case 'guardians':
      return <GuardiansPage draft={texts} />
    case 'plan':
      return <PlanPage draft={texts} />
    case 'pictures':
      return <AboutPage draft={texts} />
    case 'thanks':
      return (
        <div className="wrap sent">
          <Thanks
            mp={{ name: 'Ann Example', email: null }}
            isSupporter={false}
            minister={minister}
            thanks={texts.thanks}
          />
        </div>
      )
    case 'share':
      return (
        <div className="wrap narrow">
          <h1>{texts.share.title}</h1>
          <p>{texts.share.subtitle}</p>
          <p>{texts.share.description}</p>
          <p>{texts.share.invitation}</p>
          <Friends siteUrl={env.SITE_URL} constituency="Ashford" slug="ashford" share={texts.share} isShown />
        </div>
      )
    default:
      return <HomePage draft={texts} />
  }
}
