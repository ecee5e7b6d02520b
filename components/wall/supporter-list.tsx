import type { WallSupporter } from '@/lib/supporters/model/supporter'
import { chooseColumns } from './choose-columns'
import { SupporterCard } from './supporter-card'

type Props = { supporters: WallSupporter[]; isDissolved: boolean }

/** Supporters of one group: those with a logo on plates, and the others as a list of names. */
export function SupporterList({ supporters, isDissolved }: Props) {
  const withLogo = supporters.filter(({ logo }) => logo)
  const others = supporters.filter(({ logo }) => !logo)
  // Browsers take several times as long to balance columns with a name of thousands of letters.
  const isLong = others.some(({ name }) => name.length > 200)
  return (
    <>
      {withLogo.length > 0 && (
        <ul className="plates" role="list">
          {withLogo.map((supporter) => (
            <SupporterCard key={supporter.id} supporter={supporter} isDissolved={isDissolved} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="names" role="list" data-columns={isLong ? 'rows' : chooseColumns(others.length)}>
          {others.map((supporter) => (
            <SupporterCard key={supporter.id} supporter={supporter} isDissolved={isDissolved} />
          ))}
        </ul>
      )}
    </>
  )
}
