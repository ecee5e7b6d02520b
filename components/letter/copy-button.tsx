import type { Copyable, CopyProps } from '../site/section-props'

/** Copies one field as it stands; hidden where there is no JavaScript to do it. */
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
