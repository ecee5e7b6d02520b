type Props = {
  ticked: number
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

/** The buttons for the ticked supporters. */
export function BulkBar({ ticked, shown, isScripted, isPending, onTickAll }: Props) {
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
        <button key={value} type="submit" name="do" value={value} className="quiet" aria-disabled={isPending}>
          {text}
        </button>
      ))}
    </div>
  )
}
