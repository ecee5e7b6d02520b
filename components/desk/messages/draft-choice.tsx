import type { CheckedDraft } from '@/lib/messages/model/rule-views'

/** Chooses which drafts to check together; at first one's own. A GET form, so every check has its own URL. */
export function DraftChoice({ drafts }: { drafts: CheckedDraft[] }) {
  return (
    <form action="/staff/messages/proof" className="staff-form">
      <fieldset>
        <legend>Drafts to publish</legend>
        {drafts.map(({ id, name, by, isNew, isChosen, isOwn, fits, gets }) => (
          <div key={id} className="field staff-check">
            <input id={`draft-${id}`} type="checkbox" name="draft" value={id} defaultChecked={isChosen} />
            <label htmlFor={`draft-${id}`}>
              {name} {isNew && '(new)'}
            </label>
            <p className="hint">
              {isOwn ? 'Yours. ' : ''}
              {by}. {gets === 1 ? '1 constituency gets it.' : `${gets} constituencies get it.`}{' '}
              {fits > gets && `It would fit ${fits - gets} more, but a message above wins. `}
              <a href={`/staff/messages/${id}/history#compare`}>
                See what it changes<span className="visually-hidden"> in {name}</span>
              </a>
            </p>
          </div>
        ))}
      </fieldset>
      <button type="submit" className="quiet">
        Check these
      </button>
    </form>
  )
}
