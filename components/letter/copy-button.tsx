import type { Copyable, CopyProps } from '../site/section-props'

/** Copies a field's current text; hidden without JavaScript. */
export function CopyButton({ field, name, copy, copied }: CopyProps & { field: Copyable; name: string }) {
  const isMine = copied?.field === field
  return (
    <>
      <button type="button" className="quiet needs-script" onClick={() => copy(field)}>
        Copy the {name}
      </button>
      <span className="copied" role="status">
        {isMine &&
          (copied.isDone
            ? `Copied the ${name}.`
            : 'Your browser does not let us copy. Select the text and copy it by hand.')}
      </span>
    </>
  )
}
