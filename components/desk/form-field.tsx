import type { StaffField } from '@/lib/shared/model/form'
import { FileInput } from './file-input'
import { TextArea } from './text-area'

type Props = { id: string; field: StaffField; problem: string | undefined }

/** A field with its label, hint and error message. */
export function FormField({ id, field, problem }: Props) {
  const {
    name,
    label,
    type = 'text',
    value = '',
    hint,
    heading,
    autoComplete = 'off',
    options = [],
    maxLength = 200,
    rows = 4,
    accept,
  } = field
  if (type === 'hidden') return <input type="hidden" name={name} value={value} />
  const described = [problem && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  const shared = { id, name, 'aria-invalid': problem ? true : undefined, 'aria-describedby': described }
  // A ticked checkbox sends "yes"; an unticked one sends nothing.
  if (type === 'checkbox') {
    return (
      <div className="field staff-check">
        <input {...shared} key={value} type="checkbox" value="yes" defaultChecked={value === 'yes'} />
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    )
  }
  return (
    <>
      {heading && <h2>{heading}</h2>}
      <div className={problem ? 'field field-wrong' : 'field'}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {problem && (
          <p className="field-error" id={`${id}-error`}>
            <span className="visually-hidden">Error: </span>
            {problem}
          </p>
        )}
        {type === 'select' ? (
          // The key remounts the select, because changing defaultValue has no effect on a mounted one.
          <select key={value} {...shared} defaultValue={value}>
            {[...new Set(options.map(({ group }) => group))].map((group) => {
              const own = options
                .filter((option) => option.group === group)
                .map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.text}
                  </option>
                ))
              return group === undefined ? (
                own
              ) : (
                <optgroup key={group} label={group}>
                  {own}
                </optgroup>
              )
            })}
          </select>
        ) : type === 'textarea' ? (
          <TextArea {...shared} autoComplete="off" rows={rows} defaultValue={value} maxLength={maxLength} />
        ) : type === 'file' ? (
          <FileInput {...shared} accept={accept} />
        ) : (
          <input
            {...shared}
            type={type}
            autoComplete={autoComplete}
            spellCheck={false}
            defaultValue={value}
            maxLength={maxLength}
          />
        )}
      </div>
    </>
  )
}
