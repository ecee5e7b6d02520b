'use client'

import { type ComponentProps, useState } from 'react'

/** The largest file that a form takes, in bytes: 5 MB. */
const maxFileBytes = 5_000_000

type Props = Omit<ComponentProps<'input'>, 'id' | 'type' | 'onChange'> & { id: string }

/** A file field that says before anything is sent that a file is too large or empty. */
export function FileInput({ id, ...props }: Props) {
  const [problem, setProblem] = useState('')
  const described = [props['aria-describedby'], problem && `${id}-file`].filter(Boolean).join(' ') || undefined
  return (
    <>
      <input
        {...props}
        id={id}
        type="file"
        aria-describedby={described}
        aria-invalid={problem ? true : props['aria-invalid']}
        onChange={({ target }) => {
          const found = describeFile(target.files?.[0])
          target.setCustomValidity(found)
          setProblem(found)
        }}
      />
      {problem && (
        <p className="field-error" id={`${id}-file`} role="alert">
          <span className="visually-hidden">Error: </span>
          {problem}
        </p>
      )}
    </>
  )
}

function describeFile(file: File | undefined): string {
  if (!file) return ''
  if (file.size === 0) return `“${file.name}” is empty. Choose another file.`
  if (file.size <= maxFileBytes) return ''
  const size = (file.size / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return `“${file.name}” has ${size} MB. A file can have at most 5 MB: choose a smaller one.`
}
