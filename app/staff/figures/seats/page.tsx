import type { Metadata } from 'next'
import { FiguresTabs } from '@/components/desk/actions/figures-tabs'
import type { SeatSort } from '@/lib/actions/model/figures'
import { parseSeatSort } from '@/lib/actions/model/figures-query'
import { sumChannels } from '@/lib/actions/model/public-counts'
import { listSeatFigures } from '@/lib/actions/get-figures'
import { requireStaff } from '../../_request/require-staff'
import '../../../styles/desk/figures.css'

export const metadata: Metadata = { title: 'Figures of all seats' }

const number = new Intl.NumberFormat('en-GB')
const columns: SeatSort[] = ['name', 'opened', 'confirmed', 'nation']
const heads: Record<SeatSort, string> = {
  name: 'Seat',
  nation: 'Nation',
  opened: 'Opened',
  confirmed: 'Confirmed as sent',
}

export default async function SeatFiguresPage({ searchParams }: PageProps<'/staff/figures/seats'>) {
  const { role } = await requireStaff('editor')
  const sort = parseSeatSort((await searchParams).sort)
  const seats = await listSeatFigures(sort, new Date())
  return (
    <>
      <h1>Figures of all seats</h1>
      <FiguresTabs current="/staff/figures/seats" role={role} />
      <p>
        Over all days, by {heads[sort].toLowerCase()}.{' '}
        <a href={`/staff/api/seats.csv?sort=${sort}`}>As a file for a spreadsheet, by channel</a>
      </p>
      <div className="staff-table" role="region" aria-label="All seats" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((each) => (
                <th
                  key={each}
                  scope="col"
                  aria-sort={
                    each === sort ? (each === 'name' || each === 'nation' ? 'ascending' : 'descending') : undefined
                  }
                >
                  <a href={`/staff/figures/seats?sort=${each}`}>{heads[each]}</a>
                </th>
              ))}
              <th scope="col">MP</th>
            </tr>
          </thead>
          <tbody>
            {seats.map(({ code, slug, name, nation, mp, opened, confirmed }) => (
              <tr key={code}>
                <th scope="row">
                  <a href={`/take-action/${slug}`}>{name}</a>
                </th>
                <td className="staff-number">{number.format(sumChannels(opened))}</td>
                <td className="staff-number">{number.format(sumChannels(confirmed))}</td>
                <td>{nation}</td>
                <td>{mp ?? 'Vacant'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
