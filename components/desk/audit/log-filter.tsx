import { auditEntities, type AuditFilter } from '@/lib/audit/model/entry'
import { entityWords } from '@/lib/audit/words'

type Props = { filter: AuditFilter; people: { id: string; name: string }[] }

/** Filters the log. A GET form, so every view has its own URL. */
export function LogFilter({ filter, people }: Props) {
  return (
    <form action="/staff/log" className="staff-filter" role="search" aria-label="Log">
      <div>
        <label htmlFor="person">Who</label>
        <select id="person" name="person" defaultValue={filter.person}>
          <option value="">Everybody</option>
          <option value="command-line">Command line</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="entity">What</label>
        <select id="entity" name="entity" defaultValue={filter.entity}>
          <option value="">Everything</option>
          {auditEntities.map((entity) => (
            <option key={entity} value={entity}>
              {entityWords[entity]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="day">Day</label>
        <input id="day" name="day" type="date" defaultValue={filter.day} />
      </div>
      <button type="submit">Show</button>
    </form>
  )
}
