import { letterStates, type LetterState } from '@/lib/letters/model/state'
import { stateWords } from '@/lib/letters/words'
import { Day } from '../day'

/** How the letters of each day stand now. */
export function DaysTable({ days }: { days: { day: string; counts: Record<LetterState, number> }[] }) {
  return (
    <div className="staff-table" tabIndex={0} role="region" aria-label="Letters by day">
      <table>
        <thead>
          <tr>
            <th scope="col">Begun on</th>
            {letterStates.map((state) => (
              <th key={state} scope="col">
                {stateWords[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, counts }) => (
            <tr key={day}>
              <th scope="row">
                <Day on={day} />
              </th>
              {letterStates.map((state) => (
                <td key={state}>{counts[state]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
