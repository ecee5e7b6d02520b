'use client'

import { useEffect } from 'react'
import { sendKept } from './report-queue'

/** Shows nothing. Sends any reports that earlier pages couldn't, now and whenever the browser comes back online. */
export function LateReports() {
  useEffect(() => {
    const send = () => void sendKept()
    send()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [])
  return null
}
