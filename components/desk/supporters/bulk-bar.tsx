type Props = {
  ticked: number
  /** Of the ticked ones, those on the wall; and how many are on the wall in all. */
  tickedOnWall: number
  onWall: number
  shown: number
  isScripted: boolean
  isPending: boolean
  onTickAll: (checked: boolean) => void
}

const deeds = [
  { value: 'published', text: 'Publish' },
  { value: 'hidden', text: 'Hide' },
  { value: 'draft', text: 'Make a draft' },
]

/** The buttons for the ticked supporters. Each says how many it is for, and asks before it empties the wall. */
export function BulkBar({ ticked, tickedOnWall, onWall, shown, isScripted, isPending, onTickAll }: Props) {
  const isEmptying = onWall > 0 && tickedOnWall === onWall
  const describe = (value: string, text: string) => {
    if (!isScripted || ticked === 0) return text
    const what = value === 'draft' ? `Make ${ticked} ${ticked === 1 ? 'a draft' : 'drafts'}` : `${text} ${ticked}`
    return isEmptying && value !== 'published' ? `${what}: the public wall will be empty` : what
  }
  return (
    <div className="bulk-bar" role="group" aria-label="With those that are ticked">
      {isScripted && (
        <div className="staff-check">
          <input
            id="tick-all"
            type="checkbox"
            checked={ticked === shown}
            onChange={(event) => onTickAll(event.target.checked)}
          />
          <label htmlFor="tick-all">Tick all {shown}</label>
        </div>
      )}
      <p className="count">{isScripted ? `${ticked} ticked` : 'Those that are ticked:'}</p>
      {deeds.map(({ value, text }) => (
        <button
          key={value}
          type="submit"
          name="do"
          value={value}
          className="quiet"
          aria-disabled={isPending}
          onClick={(event) => {
            if (isEmptying && value !== 'published' && !window.confirm(`${describe(value, text)}. Go on?`))
              event.preventDefault()
          }}
        >
          {describe(value, text)}
        </button>
      ))}
    </div>
  )
}
