import { listKinds } from '@/lib/supporters/model/supporter'
import { maxQueryCharacters, type WallChoices, type WallQuery } from '@/lib/supporters/model/wall-filter'

type Props = { choices: WallChoices; query: WallQuery; isSearch?: boolean }

/** The wall's filter: a plain form that `components/browser/wall.ts` handles within the page. */
export function WallForm({ choices, query, isSearch = false }: Props) {
  return (
    <form className="wall-form" id="wall-form" action="/supporters/search" role="search" aria-label="Supporters">
      <div className="wall-search">
        <label htmlFor="wall-q">Name, party or place</label>
        <input
          id="wall-q"
          name="q"
          type="search"
          maxLength={maxQueryCharacters}
          autoComplete="off"
          spellCheck={false}
          defaultValue={query.q}
        />
      </div>
      <Choice name="kind" label="Who" all="Everyone" value={query.kind} options={listKinds('onWall')} />
      <Choice name="party" label="Party" all="Any party" value={query.party} options={choices.parties.map(same)} />
      <Choice name="nation" label="Nation" all="Any nation" value={query.nation} options={choices.nations.map(same)} />
      <div className="wall-buttons">
        <button type="submit">Show</button>
        {isSearch && <a href="/supporters">Show everyone</a>}
      </div>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  value: string
  options: { value: string; text: string }[]
}

function Choice({ name, label, all, value, options }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={`wall-${name}`}>{label}</label>
      <select id={`wall-${name}`} name={name} defaultValue={value} autoComplete="off">
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

function same(value: string) {
  return { value, text: value }
}
