'use client'

import { useEffect } from 'react'
import { sendKept } from './report-queue'

/** Shows nothing; sends what an earlier page could not report, and again whenever the browser is back online. */
export function LateReports() {
  useEffect(() => {
    const send = () => void sendKept()
    send()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [])
  return null
}
