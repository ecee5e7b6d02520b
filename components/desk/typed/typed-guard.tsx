'use client'

import { useEffect, useRef, useState } from 'react'
import { formatMoment } from '@/lib/shared/model/uk-time'
import { discard, type Offer, restore, retry, signInHere, startGuard, stay } from './guard'
import type { Hindrance } from './hindrance'

const headings: Record<Hindrance, string> = {
  'signed-out': 'You’ve been signed out',
  'someone-else': 'Someone else has signed in in this browser',
  offline: 'We can’t reach the site',
}

/** Looks after what is typed at the desk: see guard.ts. @param person the id of who is signed in, and their name */
export function TypedGuard({ person, name }: { person: string; name: string }) {
  const [unsaved, setUnsaved] = useState(0)
  const [offers, setOffers] = useState<Offer[]>([])
  const [hasResumed, setHasResumed] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(
    () =>
      startGuard(person, {
        onUnsaved: setUnsaved,
        onOffers: setOffers,
        onResumed: () => setHasResumed(true),
        onHindered: setHindrance,
      }),
    [person],
  )
  useEffect(() => {
    // A filter applies as soon as something is chosen; typing a search still takes Enter.
    const apply = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) target.closest<HTMLFormElement>('form.staff-filter')?.requestSubmit()
    }
    document.addEventListener('change', apply)
    return () => document.removeEventListener('change', apply)
  }, [])
  useEffect(() => {
    if (hindrance) dialog.current?.showModal()
  }, [hindrance])
  const close = () => {
    dialog.current?.close()
    setHindrance(null)
  }
  return (
    <div className="typed-guard">
      {hasResumed && (
        <p className="staff-answer" data-outcome="done">
          What you typed is back in the form. It isn’t saved yet.
        </p>
      )}
      {offers.map(({ form, at, isOverwritten }) => (
        <p key={at} className="staff-answer" data-outcome="done">
          Something you typed here wasn’t saved.{' '}
          {isOverwritten &&
            'Somebody has changed the same fields since: restore it and save, and you choose field by field. '}
          <button type="button" className="quiet" onClick={() => restore(form)}>
            Restore what you typed on {formatMoment(new Date(at))}
          </button>{' '}
          <button type="button" className="quiet" onClick={() => discard(form)}>
            Discard it
          </button>
        </p>
      ))}
      <p className="typed-unsaved" aria-live="polite">
        {unsaved > 0 && 'Unsaved changes'}
      </p>
      <dialog ref={dialog} className="typed-dialog" aria-labelledby="typed-heading" onClose={() => setHindrance(null)}>
        <h2 id="typed-heading">{hindrance && headings[hindrance]}</h2>
        <p>
          Nothing is lost: what you typed is still on this page.{' '}
          {hindrance === 'offline' ? 'Check your connection, then try again.' : `Sign in as ${name}, and it is sent.`}
        </p>
        <p className="buttons">
          {hindrance !== 'offline' && (
            <a className="button" href="/staff/sign-in" target="_blank" rel="noopener">
              Sign in in another tab
            </a>
          )}
          <button
            type="button"
            className={hindrance === 'offline' ? undefined : 'quiet'}
            onClick={() => {
              close()
              retry()
            }}
          >
            {hindrance === 'offline' ? 'Try again' : 'I’ve signed in: go on'}
          </button>
          {hindrance !== 'offline' && (
            <button type="button" className="quiet" onClick={signInHere}>
              Sign in here and come back
            </button>
          )}
          <button
            type="button"
            className="quiet"
            onClick={() => {
              stay()
              close()
            }}
          >
            Not now
          </button>
        </p>
      </dialog>
    </div>
  )
}
