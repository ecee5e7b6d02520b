import { composeMetadata } from '@/app/page-metadata'
import { OwnScript } from '@/components/site/own-script'
import { SupporterWall } from '@/components/wall/supporter-wall'
import { WallForm } from '@/components/wall/form'
import { WallTop } from '@/components/wall/top'
import { listWallChoices, parseWallQuery } from '@/lib/supporters/model/wall-filter'
import { getWall } from '@/lib/supporters/get-wall'
import '../../styles/site/wall.css'

export const generateMetadata = () =>
  composeMetadata({
    path: '/supporters',
    title: 'Who supports the campaign',
    description: 'The MPs, members of the House of Lords and organisations that support Stable Futures.',
  })

export default async function SupportersPage() {
  const { supporters, isDissolved } = await getWall()
  const choices = listWallChoices(supporters)
  return (
    <>
      <WallTop shown={supporters.length} all={supporters.length} isDissolved={isDissolved} />
      <div className="wrap wall">
        {supporters.length > 0 && <WallForm choices={choices} query={parseWallQuery({}, choices)} />}
        <SupporterWall supporters={supporters} isDissolved={isDissolved} all={supporters.length} />
      </div>
      <OwnScript name="wall" />
    </>
  )
}
