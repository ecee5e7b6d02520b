import type { ReactNode } from 'react'
import { StaffForm, type StaffFormAction } from './form'

type Props = {
  title: string
  action: StaffFormAction
  /** What the form sends besides. */
  hidden: Record<string, string>
  submit: string
  /** The page to go back to. */
  back: string
  children: ReactNode
}

/** The confirmation step before something that one press must not do: what happens, the button, and the way back. */
export function Ask({ title, action, hidden, submit, back, children }: Props) {
  return (
    <div className="staff-narrow">
      <h1>{title}</h1>
      {children}
      <StaffForm
        action={action}
        fields={Object.entries(hidden).map(([name, value]) => ({ name, label: '', type: 'hidden', value }))}
        submit={submit}
      />
      <p>
        <a href={back}>Leave it as it is</a>
      </p>
    </div>
  )
}
