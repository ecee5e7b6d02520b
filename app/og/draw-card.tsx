import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import { cardSize, type ShareCard } from '@/lib/campaign/model/share-card'
import { CardPicture } from './card-picture'

type Assets = {
  mark: string
  shelter: string
  fonts: { name: string; data: Buffer; weight: 500 | 700; style: 'normal' }[]
}
let assets: Assets | undefined

/** Draws a card as a PNG of 1200 by 630 pixels. It makes no network request as long as the texts are `drawable`. */
export async function drawCard(card: ShareCard): Promise<Buffer> {
  assets ??= readAssets()
  const { fonts, ...pictures } = assets
  const image = new ImageResponse(<CardPicture card={card} {...pictures} />, { ...cardSize, fonts })
  return Buffer.from(await image.arrayBuffer())
}

function readAssets(): Assets {
  const picture = (name: string) =>
    `data:image/svg+xml;base64,${readFileSync(path.join(process.cwd(), 'public', `${name}.svg`)).toString('base64')}`
  const fonts = path.join(process.cwd(), 'node_modules/@fontsource/bricolage-grotesque/files')
  // Latin and extended Latin are two files; registered under two names, each fills the other's gaps.
  const font = (name: string, subset: string, weight: 500 | 700) => ({
    name,
    data: readFileSync(path.join(fonts, `bricolage-grotesque-${subset}-${weight}-normal.woff`)),
    weight,
    style: 'normal' as const,
  })
  return {
    mark: picture('mark'),
    shelter: picture('shelter'),
    fonts: ([500, 700] as const).flatMap((weight) => [
      font('Bricolage', 'latin', weight),
      font('Bricolage Ext', 'latin-ext', weight),
    ]),
  }
}
