'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { RuleLine } from '@/lib/messages/model/rule-views'
import type { MoveState } from '@/lib/messages/model/rule-form'
import { StaffForm, type StaffFormAction } from '../form'
import { MoveForm } from './move-form'
import { usePress } from '../typed/press'
import { UndoButton } from '../undo-button'
import { RuleStates } from './rule-states'

type Props = {
  /** What was just done on another page, and the change in the log by which it can be undone. */
  notice: string | undefined
  noticeUndo: string | undefined
  rules: RuleLine[]
  mayPublish: boolean
  move: (previous: MoveState, form: FormData) => Promise<MoveState>
  switchRule: StaffFormAction
  undo: StaffFormAction
}

/** The rules in the order they apply. A move is announced, and leaves keyboard focus on its button. */
export function RuleList({ notice, noticeUndo, rules, mayPublish, move, switchRule, undo }: Props) {
  const [state, send, isPending] = useActionState(move, null)
  const press = usePress(state)
  const shown = state?.rules ?? rules
  const isLost = state !== null && !shown.some(({ id }) => id === state.id)
  // What keeps a rule where it is stands beside it.
  const told = state === null ? notice : state.outcome === 'done' || isLost ? state.message : undefined
  const change = state === null ? noticeUndo : state.undo
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that agreed to the move is gone.
    if (state?.outcome === 'done' && document.activeElement === document.body) status.current?.focus()
  }, [state])
  const seen = shown.map(({ id }) => id).join(' ')
  return (
    <>
      {/* Always rendered: screen readers don't announce a live region that appears together with its text. */}
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        autoFocus={told !== undefined}
        className={told ? 'staff-answer' : undefined}
        data-outcome={isLost ? undefined : 'done'}
      >
        {told}
      </p>
      {change !== undefined && <UndoButton key={change} action={undo} change={change} />}
      <ol className="rule-list">
        {shown.map((rule, index) => (
          <li key={rule.id}>
            <h2>
              <span className="rule-place" aria-hidden="true">
                {index + 1}
              </span>
              <a href={`/staff/messages/${rule.id}`}>{rule.name}</a>
            </h2>
            <p>{rule.audience}</p>
            <RuleStates states={rule.states} />
            <p className="fine">
              {rule.seats === 1 ? '1 seat gets it now.' : `${rule.seats} seats get it now.`} {rule.by}.
            </p>
            <div className="rule-actions">
              <MoveForm id={rule.id} name={rule.name} {...{ seen, press, state, send, isPending }} />
              {mayPublish && rule.isActive !== null && (
                <StaffForm
                  action={switchRule}
                  fields={[
                    { name: 'id', label: '', type: 'hidden', value: String(rule.id) },
                    { name: 'version', label: '', type: 'hidden', value: String(rule.version) },
                    { name: 'isActive', label: '', type: 'hidden', value: String(!rule.isActive) },
                  ]}
                  submit={rule.isActive ? 'Switch off' : 'Switch on'}
                  label={`${rule.isActive ? 'Switch off' : 'Switch on'} ${rule.name}`}
                  isQuiet
                />
              )}
              <a href={`/staff/messages/${rule.id}`}>
                Edit<span className="visually-hidden"> {rule.name}</span>
              </a>
              <a href={`/staff/messages/${rule.id}/history`}>
                History<span className="visually-hidden"> of {rule.name}</span>
              </a>
              <a href={`/staff/messages/new?copy=${rule.id}`}>
                Copy<span className="visually-hidden"> {rule.name}</span>
              </a>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
