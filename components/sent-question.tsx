import { useState } from 'react'
import type { Channel } from '@/lib/domain/channel'

/** Asks whether it was sent, since an opened message is not yet a sent one. */
export function SentQuestion({ opened, confirm }: { opened: Channel | null; confirm: () => void }) {
  const [isThanked, setThanked] = useState(false)
  return (
    <div className={opened ? 'sent' : 'sent needs-no-script'}>
      <p role="status">{isThanked ? 'Thank you. Your message is counted as sent.' : opened && 'Have you sent it?'}</p>
      {!isThanked && (
        <button
          type="submit"
          name="target"
          value="sent"
          className="quiet"
          onClick={(event) => {
            event.preventDefault()
            confirm()
            setThanked(true)
          }}
        >
          Yes, I sent my message
        </button>
      )}
    </div>
  )
}
