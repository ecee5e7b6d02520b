import type { ShareCard } from '@/lib/campaign/model/share-card'

// The colours of app/styles/tokens.css, which the drawing library can't read; a test compares them.
export const palette = {
  paper: '#fbf6ec',
  ink: '#17302e',
  inkSoft: '#45605c',
  brand: '#0b6159',
  sunSoft: '#fde9c9',
  sky: '#dcefe9',
}

const grounds = { site: palette.paper, guardians: palette.sunSoft, plan: palette.sky, seat: palette.paper }

// The longer the title, the smaller it is set: none of the 650 constituencies needs more than four lines.
function titleSize({ length }: string) {
  if (length <= 22) return 92
  if (length <= 32) return 80
  return 70
}

/**
 * A share card as drawn, 1200 by 630 pixels.
 * @param mark the logo mark, as a data URL
 * @param shelter the drawing, as a data URL
 */
export function CardPicture({ card, mark, shelter }: { card: ShareCard; mark: string; shelter: string }) {
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: grounds[card.tone],
        fontFamily: 'Bricolage, Bricolage Ext',
      }}
    >
      <div style={{ position: 'absolute', right: 0, bottom: 0, width: 1200, height: 26, background: '#d9b26a' }} />
      <img src={shelter} alt="" width={560} height={490} style={{ position: 'absolute', right: -28, bottom: 0 }} />
      <div
        style={{ display: 'flex', flexDirection: 'column', width: 740, height: '100%', padding: '56px 0 70px 72px' }}
      >
        <div style={{ display: 'flex', alignItems: 'center', fontSize: 36, fontWeight: 700, color: palette.brand }}>
          <img src={mark} alt="" width={64} height={64} style={{ marginRight: 16 }} />
          Stable Futures
        </div>
        <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }}>
          <div
            style={{
              fontSize: titleSize(card.title),
              fontWeight: 700,
              lineHeight: 1.04,
              letterSpacing: '-0.025em',
              color: palette.ink,
            }}
          >
            {card.title}
          </div>
          {card.subtitle && (
            <div style={{ marginTop: 22, fontSize: 42, fontWeight: 500, lineHeight: 1.15, color: palette.brand }}>
              {card.subtitle}
            </div>
          )}
        </div>
        <div style={{ display: 'flex', fontSize: 32, fontWeight: 500, color: palette.inkSoft }}>{card.foot}</div>
      </div>
    </div>
  )
}
