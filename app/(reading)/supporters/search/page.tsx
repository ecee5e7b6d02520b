import type { Metadata } from 'next'
import { SupporterWall } from '@/components/wall/supporter-wall'
import { WallForm } from '@/components/wall/form'
import { WallTop } from '@/components/wall/top'
import { filterWall, listWallChoices, parseWallQuery } from '@/lib/supporters/model/wall-filter'
import { getWall } from '@/lib/supporters/get-wall'
import '../../../styles/site/wall.css'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = {
  title: 'Supporters you searched for',
  robots: { index: false },
  alternates: { canonical: '/supporters' },
}

/** The wall's filter for visitors without JavaScript. */
export default async function SupporterSearchPage({ searchParams }: Props) {
  const [{ supporters, isDissolved }, given] = await Promise.all([getWall(), searchParams])
  const choices = listWallChoices(supporters)
  const query = parseWallQuery(given, choices)
  const found = filterWall(supporters, query)
  return (
    <>
      <WallTop shown={found.length} all={supporters.length} isDissolved={isDissolved} />
      <div className="wrap wall">
        {supporters.length > 0 && <WallForm choices={choices} query={query} isSearch />}
        <SupporterWall supporters={found} isDissolved={isDissolved} isSearch all={supporters.length} />
      </div>
    </>
  )
}
