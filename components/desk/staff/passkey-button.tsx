'use client'

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { useRef, useState } from 'react'
import { useIsScripted } from '../use-is-scripted'

type Answer = { outcome: 'ready'; href: string } | { outcome: 'refused'; message: string }
type Ask<Options> = () => Promise<Options | null>
type Send = (answer: unknown) => Promise<Answer>

const cancelled = 'Your device did not give a passkey. Try again, or use a link by email.'
const tooOften = 'Too many tries from your connection. Wait a minute.'

/** A button that signs in with a passkey. `next`: the page to go on to, '' for the desk. */
export function PasskeySignIn({
  ask,
  send,
  next,
}: {
  ask: Ask<PublicKeyCredentialRequestOptionsJSON>
  send: (answer: unknown, next: string) => Promise<Answer>
  next: string
}) {
  return (
    <PasskeyButton
      text="Sign in with a passkey"
      run={async () => {
        const optionsJSON = await ask()
        return optionsJSON
          ? send(await startAuthentication({ optionsJSON }), next)
          : { outcome: 'refused', message: tooOften }
      }}
    />
  )
}

/** A button that creates a passkey on this device. */
export function PasskeyEnrol({ ask, send }: { ask: Ask<PublicKeyCredentialCreationOptionsJSON>; send: Send }) {
  return (
    <PasskeyButton
      text="Add a passkey on this device"
      run={async () => {
        const optionsJSON = await ask()
        return optionsJSON ? send(await startRegistration({ optionsJSON })) : { outcome: 'refused', message: tooOften }
      }}
    />
  )
}

function PasskeyButton({ text, run }: { text: string; run: () => Promise<Answer> }) {
  const [problem, setProblem] = useState('')
  const isBusy = useRef(false)
  const isReady = useIsScripted() // until hydration, a press would be lost
  async function press() {
    if (isBusy.current) return
    isBusy.current = true
    setProblem('')
    // Closing the browser’s passkey prompt rejects the promise.
    const answer = await run().catch((): Answer => ({ outcome: 'refused', message: cancelled }))
    isBusy.current = false
    if (answer.outcome === 'ready') window.location.assign(answer.href)
    else setProblem(answer.message)
  }
  return (
    <div className="needs-script">
      <button type="button" className="quiet" onClick={press} disabled={!isReady}>
        {text}
      </button>
      <p className="field-error" role="alert">
        {problem}
      </p>
    </div>
  )
}
