'use client'

import { useState } from 'react'
import { copyText } from '../browser/copy-text'

/** A URL to share, with a button that copies it. Without JavaScript it can be selected. */
export function CopyLink({ url, name }: { url: string; name: string }) {
  const [status, setStatus] = useState('')
  return (
    <p className="staff-copy">
      <code>{url}</code>
      <button
        type="button"
        className="quiet needs-script"
        aria-label={`Copy the link for ${name}`}
        onClick={async () =>
          setStatus(
            (await copyText(url))
              ? 'Copied.'
              : 'Your browser does not let us copy. Select the link and copy it by hand.',
          )
        }
      >
        Copy
      </button>
      <span role="status">{status}</span>
    </p>
  )
}
