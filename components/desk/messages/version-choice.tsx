type Props = { action: string; lines: { key: string; by: string }[]; from: string; to: string }

/** Chooses which two versions to compare. A GET form, so every comparison has its own URL. */
export function VersionChoice({ action, lines, from, to }: Props) {
  const fields = [
    { name: 'from', label: 'What it said in', value: from },
    { name: 'to', label: 'and what it says in', value: to },
  ]
  return (
    <form action={action} className="staff-filter" aria-label="Versions to compare">
      {fields.map(({ name, label, value }) => (
        <div key={name}>
          <label htmlFor={name}>{label}</label>
          <select id={name} name={name} defaultValue={value}>
            {lines.map(({ key, by }) => (
              <option key={key} value={key}>
                {key === 'draft' ? 'the draft' : `version ${key}`}: {by}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit">Compare</button>
    </form>
  )
}
