import type { WallLogo, WallSupporter } from '@/lib/supporters/model/supporter'
import { composeRole } from '@/lib/supporters/model/wall'
import { composeWallKey } from '@/lib/supporters/model/wall-filter'

type Props = { supporter: WallSupporter; isDissolved: boolean; /** Where logos are. */ logoFolder?: string }

/** A supporter as a list item. `components/browser/wall.ts` filters by its data attributes. */
export function SupporterCard({ supporter, isDissolved, logoFolder = '/supporters/logos' }: Props) {
  const { kind, name, party, link, details, logo } = supporter
  const isOrganisation = kind === 'organisation'
  const key = composeWallKey(supporter)
  return (
    <li
      className={`supporter ${isOrganisation ? `supporter-mark${logo ? ' supporter-plate' : ''}` : ''}`}
      data-find={key.find}
      data-kind={key.kind}
      data-party={key.party}
      data-nation={key.nation}
    >
      <h3 className="supporter-name" data-size={isOrganisation ? sizeOf(name) : undefined}>
        <bdi>
          {link ? (
            <a href={link} rel="noopener">
              {name}
            </a>
          ) : (
            name
          )}
        </bdi>
      </h3>
      {party && <p>{party}</p>}
      <Role supporter={supporter} isDissolved={isDissolved} />
      {details.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {logo && <Logo logo={logo} folder={logoFolder} />}
    </li>
  )
}

function Role({ supporter, isDissolved }: Props) {
  const role = composeRole(supporter, isDissolved)
  if (!role) return null
  return (
    <p className="supporter-role">
      {role.text} {role.seat && <a href={`/take-action/${role.seat.slug}`}>{role.seat.name}</a>}
    </p>
  )
}

/**
 * A logo above the name, which is legible even if the picture fails. The img has an empty alt, so browsers draw no
 * broken-image icon; the description is on the box around it.
 */
function Logo({ logo: { hash, width, height, alt }, folder }: { logo: WallLogo; folder: string }) {
  return (
    <span className="supporter-logo" role="img" aria-label={alt}>
      <img src={`${folder}/${hash}`} alt="" width={width} height={height} loading="lazy" decoding="async" />
    </span>
  )
}

/** The size of a wordmark: a short name fills its plate as well as a long one. */
function sizeOf(name: string): 'short' | 'medium' | 'long' {
  if (name.length <= 12) return 'short'
  return name.length <= 28 ? 'medium' : 'long'
}
