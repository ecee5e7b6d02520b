'use client'

import { useEffect } from 'react'
import { sendQueued } from './report-queue'

/** Renders nothing. Sends any reports that earlier pages couldn't, now and whenever the browser comes back online. */
export function LateReports() {
  useEffect(() => {
    const send = () => void sendQueued()
    send()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [])
  return null
}
