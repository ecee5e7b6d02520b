import type { SupporterQuery } from '@/lib/supporters/model/list'
import { listKinds } from '@/lib/supporters/model/supporter'

type Props = { query: SupporterQuery; parties: string[]; nations: string[] }
type Choice = { value: string; text: string }

const kinds = [{ value: '', text: 'Everybody' }, ...listKinds('many')]
const statuses = [
  { value: '', text: 'Any status' },
  { value: 'published', text: 'On the wall' },
  { value: 'draft', text: 'Draft' },
  { value: 'hidden', text: 'Hidden' },
  { value: 'archived', text: 'Archived' },
]
const sorts = [
  { value: 'wall', text: 'As on the wall' },
  { value: 'name', text: 'By name' },
  { value: 'changed', text: 'Last changed first' },
  { value: 'joined', text: 'Last joined first' },
]
const toChoices = (any: string, values: string[]) => [
  { value: '', text: any },
  ...values.map((value) => ({ value, text: value })),
]

/** Filters the list of supporters. A GET form, so every view has its own URL. */
export function SupporterFilter({ query, parties, nations }: Props) {
  return (
    <form action="/staff/supporters" className="staff-filter supporter-filter" role="search" aria-label="Supporters">
      <div className="supporter-search">
        <label htmlFor="query">Name, seat or party</label>
        <input
          id="query"
          name="query"
          type="search"
          defaultValue={query.query}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <Select name="kind" label="Kind" value={query.kind} choices={kinds} />
      <Select name="status" label="Status" value={query.status} choices={statuses} />
      <Select name="party" label="Party" value={query.party} choices={toChoices('Any party', parties)} />
      <Select name="nation" label="Nation" value={query.nation} choices={toChoices('Any nation', nations)} />
      <Select name="sort" label="Order" value={query.sort} choices={sorts} />
      <button type="submit">Show</button>
    </form>
  )
}

function Select({ name, label, value, choices }: { name: string; label: string; value: string; choices: Choice[] }) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  )
}
