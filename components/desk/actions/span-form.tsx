type Props = { span: { from: string; to: string }; presets: { days: number; from: string; to: string }[] }

/** Chooses the date range. A GET form and links, so every view has its own URL. */
export function SpanForm({ span, presets }: Props) {
  return (
    <>
      <p className="staff-presets">
        {presets.map(({ days, from, to }) => (
          <a
            key={days}
            href={`/staff/figures?from=${from}&to=${to}`}
            aria-current={span.from === from && span.to === to ? 'true' : undefined}
          >
            {days === 365 ? 'A year' : `${days} days`}
          </a>
        ))}
      </p>
      <form action="/staff/figures" className="staff-filter" aria-label="Days">
        <div>
          <label htmlFor="from">From</label>
          <input id="from" name="from" type="date" required defaultValue={span.from} />
        </div>
        <div>
          <label htmlFor="to">To, this day too</label>
          <input id="to" name="to" type="date" required defaultValue={span.to} />
        </div>
        <button type="submit">Show</button>
      </form>
    </>
  )
}
