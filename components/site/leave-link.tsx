'use client'

import { useEffect } from 'react'
import { useIsScripted } from '../forms/use-is-scripted'

const away = 'https://www.bbc.co.uk/weather'
const pressesToLeave = 3
const quicklyMs = 1500

/** The quick way out: a plain link, which with JavaScript, or by Escape three times, leaves no way back here. */
export function LeaveLink() {
  const isScripted = useIsScripted() // not by CSS: a reading page runs no script in browsers that could
  useEffect(() => {
    let presses: number[] = []
    const onKeyDown = ({ key, repeat, timeStamp }: KeyboardEvent) => {
      if (repeat) return // held down is once
      presses = key === 'Escape' ? [...presses, timeStamp].filter((at) => timeStamp - at < quicklyMs) : []
      if (presses.length >= pressesToLeave) leave()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <a
      className="leave"
      href={away}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault()
        leave()
      }}
    >
      Leave site{isScripted && <span className="visually-hidden">, or press Escape three times</span>}
    </a>
  )
}

function leave() {
  document.body.hidden = true // at once, however long the other site takes
  try {
    sessionStorage.clear()
  } catch {
    // Switched off, so there is nothing in it.
  }
  // The address bar has no rel="noreferrer".
  document.head.append(Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' }))
  window.location.replace(away)
}
