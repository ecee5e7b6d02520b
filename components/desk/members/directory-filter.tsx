import type { DirectoryQuery } from '@/lib/members/model/desk-list'

type Props = { query: DirectoryQuery; parties: string[]; nations: string[] }

const shows: Record<DirectoryQuery['show'], string> = {
  '': 'All seats',
  vacant: 'Vacant',
  overridden: 'With a correction',
  settled: 'With a correction that can go',
  'no-email': 'Without email',
}

/** Filters the seats. A GET form, so every view has its own URL. */
export function DirectoryFilter({ query, parties, nations }: Props) {
  return (
    <form action="/staff/directory" className="staff-filter" role="search" aria-label="Seats">
      <div>
        <label htmlFor="q">Seat or MP</label>
        <input id="q" name="q" type="search" defaultValue={query.q} autoComplete="off" maxLength={100} />
      </div>
      <Choice
        name="party"
        label="Party"
        value={query.party}
        all="All parties"
        options={parties.map((party) => [party, party])}
      />
      <Choice
        name="nation"
        label="Nation"
        value={query.nation}
        all="All nations"
        options={nations.map((nation) => [nation, nation])}
      />
      <Choice name="show" label="Show" value={query.show} all={shows['']} options={Object.entries(shows).slice(1)} />
      <button type="submit">Search</button>
    </form>
  )
}

function Choice({
  name,
  label,
  value,
  all,
  options,
}: {
  name: string
  label: string
  value: string
  all: string
  options: [string, string][]
}) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        <option value="">{all}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
