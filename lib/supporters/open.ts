import 'server-only'
import { listAuditOf } from '../audit/data/entries'
import { getMemberNow, getSupporter } from './data/desk'
import type { FoundMember } from '../members/model/found-member'
import type { WallLogo } from './model/supporter'
import { type SupporterDraft, toDraft } from './model/draft'
import { describeEntry } from './model/history'
import { isParliamentDissolved } from '../campaign/get'

/** A supporter for its page: the editable values, the directory's details, and the history. */
export type OpenedSupporter = {
  id: number
  version: number
  /** The newest log entry about it, 0 for none. */
  seen: number
  name: string
  status: string
  archivedAt: Date | null
  draft: SupporterDraft
  member: FoundMember | null
  logo: (WallLogo & { permissionOn: string }) | null
  history: string[]
  isDissolved: boolean
}

const maxHistory = 10

/** A supporter for its page; null when there is none. */
export async function openSupporter(id: number): Promise<OpenedSupporter | null> {
  const history = await listAuditOf('supporter', String(id), { max: maxHistory }) // read before the row, so that no change is missed
  const row = await getSupporter(id)
  if (!row) return null
  const { version, name, status, logoHash, logoType, logoWidth, logoHeight, logoAlt, logoPermissionOn } = row
  return {
    id,
    version,
    name,
    status,
    archivedAt: row.archivedAt,
    seen: history[0]?.id ?? 0,
    draft: toDraft(row),
    member: row.kind === 'mp' && row.memberId !== null ? await findMember(row.memberId) : null,
    logo:
      logoHash === null
        ? null
        : {
            hash: logoHash,
            type: logoType ?? '',
            width: logoWidth ?? 1,
            height: logoHeight ?? 1,
            alt: logoAlt ?? '',
            permissionOn: logoPermissionOn ?? '',
          },
    history: history.map(describeEntry),
    isDissolved: await isParliamentDissolved(),
  }
}

/** The Member with this Parliament id; null when the directory doesn't have them. */
export async function findMember(memberId: number): Promise<FoundMember | null> {
  const member = await getMemberNow(memberId)
  return member && { memberId, ...member }
}
