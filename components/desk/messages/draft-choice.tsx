type Draft = { id: number; name: string; by: string; isNew: boolean; isChosen: boolean }

/** Chooses which drafts to check together. A GET form, so every check has its own URL. */
export function DraftChoice({ drafts }: { drafts: Draft[] }) {
  return (
    <form action="/staff/messages/proof" className="staff-form">
      <fieldset>
        <legend>Drafts to publish</legend>
        {drafts.map(({ id, name, by, isNew, isChosen }) => (
          <div key={id} className="field staff-check">
            <input id={`draft-${id}`} type="checkbox" name="draft" value={id} defaultChecked={isChosen} />
            <label htmlFor={`draft-${id}`}>
              {name} {isNew && '(new)'}
            </label>
            <p className="hint">
              {by}.{' '}
              <a href={`/staff/messages/${id}/history#compare`}>
                See what it changes<span className="visually-hidden"> in {name}</span>
              </a>
            </p>
          </div>
        ))}
      </fieldset>
      <button type="submit" className="quiet">
        Prove these
      </button>
    </form>
  )
}
