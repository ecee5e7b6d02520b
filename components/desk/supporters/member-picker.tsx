'use client'

import { useRef, useState } from 'react'
import { describeMember, type FoundMember } from '@/lib/members/model/found-member'
import { isSignedOut, SignedOutNote } from '../typed/signed-out'
import { useIsScripted } from '../use-is-scripted'
import { MemberOptions } from './member-options'

type Props = {
  id: string
  kind: string
  /** The chosen member, if the directory has them. */
  member: FoundMember | null
  memberId: string
  /** Without JavaScript: the search text, and the results. */
  search: string
  matches: FoundMember[]
  askMembers: (kind: string, query: string) => Promise<FoundMember[] | { outcome: 'signed-out' } | null>
  onChoose: (member: FoundMember | null) => void
}

const waitMs = 150 // how long typing has to pause before a search
const closed = { members: null, message: '', active: -1 }

/** Finds a member of either House as you type or, without JavaScript, with a button. */
export function MemberPicker({ id, kind, member, memberId, search, matches, askMembers, onChoose }: Props) {
  const isScripted = useIsScripted()
  const [found, setFound] = useState<{ members: FoundMember[] | null; message: string; active: number }>(closed)
  const [isOut, setIsOut] = useState(false)
  const timer = useRef(0)
  const turn = useRef(0)
  const movesFocus = useRef(false)
  const takeFocus = (element: HTMLElement | null) => {
    if (element && movesFocus.current) element.focus()
    if (element) movesFocus.current = false
  }
  const where = kind === 'peer' ? 'House of Lords' : 'House of Commons'

  function choose(chosen: FoundMember | null) {
    movesFocus.current = true
    turn.current += 1
    setFound(closed)
    onChoose(chosen)
  }
  function type(query: string) {
    window.clearTimeout(timer.current)
    const mine = (turn.current += 1)
    if (query.trim() === '') return setFound(closed)
    const search = async () => {
      const answer = await askMembers(kind, query).catch(() => null)
      if (mine !== turn.current) return
      setIsOut(isSignedOut(answer))
      if (isSignedOut(answer)) return setFound(closed)
      const members = answer
      const message =
        members === null
          ? 'We can’t reach the list just now. Write the name below.'
          : members.length === 0
            ? 'Nobody found. Try fewer letters.'
            : `${members.length} found. Use the arrow keys.`
      setFound({ members, message, active: -1 })
    }
    timer.current = window.setTimeout(() => void search(), waitMs)
  }
  function press(event: React.KeyboardEvent) {
    const members = found.members ?? []
    if (event.key === 'Enter') event.preventDefault() // it would submit the form
    if (event.key === 'Escape' && members.length > 0) {
      event.preventDefault() // it would clear the field
      setFound(closed)
    }
    const active = members[found.active]
    if (event.key === 'Enter' && active) choose(active)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || members.length === 0) return
    event.preventDefault()
    setFound({
      ...found,
      active:
        found.active < 0 && step < 0 ? members.length - 1 : (found.active + step + members.length) % members.length,
    })
  }

  if (memberId !== '') {
    return (
      <div className="field member-chosen">
        <p>
          <strong>{member ? describeMember(member) : `Number ${memberId} in Parliament’s list`}</strong>
        </p>
        <button
          ref={takeFocus}
          id={id}
          type={isScripted ? 'button' : 'submit'}
          name="do"
          value="clear"
          className="quiet"
          onClick={isScripted ? () => choose(null) : undefined}
        >
          Choose somebody else
        </button>
      </div>
    )
  }
  const isOpen = (found.members ?? []).length > 0
  return (
    <div className="field member-picker">
      <label htmlFor={id}>Find them in the {where}</label>
      <p className="hint" id={`${id}-hint`}>
        {kind === 'peer' ? 'By name.' : 'By name or constituency. Their party and seat come along.'}
      </p>
      <input
        ref={takeFocus}
        id={id}
        name="search"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        defaultValue={search}
        aria-describedby={`${id}-hint`}
        {...(isScripted && {
          role: 'combobox' as const,
          'aria-autocomplete': 'list' as const,
          'aria-expanded': isOpen,
          'aria-controls': `${id}-list`,
          'aria-activedescendant': found.active < 0 ? undefined : `${id}-${found.active}`,
        })}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => setFound(closed)}
      />
      {isScripted ? (
        <>
          <MemberOptions id={id} members={found.members ?? []} active={found.active} onChoose={choose} />
          <p className="hint" role="status">
            {found.message}
          </p>
          {isOut && <SignedOutNote missing="the list can’t be searched" />}
        </>
      ) : (
        <>
          <button type="submit" name="do" value="find" className="quiet">
            Find
          </button>
          {matches.map((match) => (
            <button key={match.memberId} type="submit" name="do" value={`pick ${match.memberId}`} className="quiet">
              {describeMember(match)}
            </button>
          ))}
        </>
      )}
    </div>
  )
}
