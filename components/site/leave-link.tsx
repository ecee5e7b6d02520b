'use client'

import { useEffect } from 'react'
import { useIsScripted } from '../forms/use-is-scripted'

const away = 'https://www.bbc.co.uk/weather'
const pressesToLeave = 3
const quicklyMs = 1500

/**
 * The quick exit: a plain link. With JavaScript it also works by pressing Escape three times, and leaves no way back
 * here in the history.
 */
export function LeaveLink() {
  const isScripted = useIsScripted() // not done in CSS: browsers with scripting enabled still run none on a reading page
  useEffect(() => {
    let presses: number[] = []
    const onKeyDown = ({ key, repeat, timeStamp }: KeyboardEvent) => {
      if (repeat) return // holding the key down counts once
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
  document.body.hidden = true // immediately, however slowly the other site loads
  try {
    sessionStorage.clear()
  } catch {
    // Storage is switched off, so there is nothing to clear.
  }
  // location.replace has no rel="noreferrer".
  document.head.append(Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' }))
  window.location.replace(away)
}
