import { describeMember, type FoundMember } from '@/lib/members/model/found-member'

type Props = { id: string; members: FoundMember[]; active: number; onChoose: (member: FoundMember) => void }

/** The search results, as a combobox's listbox: keyboard focus stays in its field. */
export function MemberOptions({ id, members, active, onChoose }: Props) {
  return (
    <ul role="listbox" id={`${id}-list`} aria-label="Found" className="member-options" hidden={members.length === 0}>
      {members.map((member, index) => (
        <li
          key={member.memberId}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // Keeps focus in the field; losing it would close the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(member)}
        >
          {describeMember(member)}
        </li>
      ))}
    </ul>
  )
}
