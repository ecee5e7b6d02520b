import { composeInitials } from '@/lib/members/model/salutation'
import { composePortraitPath, portraitSizes } from '@/lib/members/model/portrait'
import type { WallLogo, WallSupporter } from '@/lib/supporters/model/supporter'
import { composeRole } from '@/lib/supporters/model/wall'
import { composeWallKey } from '@/lib/supporters/model/wall-filter'

type Props = { supporter: WallSupporter; isDissolved: boolean; /** Where logos are. */ logoFolder?: string }

/** A supporter as a list item. `components/browser/wall.ts` filters by its data attributes. */
export function SupporterCard({ supporter, isDissolved, logoFolder = '/supporters/logos' }: Props) {
  const { kind, name, party, link, details, logo, portrait } = supporter
  const key = composeWallKey(supporter)
  return (
    <li
      className={`supporter${logo ? ' supporter-plate' : ''}`}
      data-find={key.find}
      data-kind={key.kind}
      data-party={key.party}
      data-nation={key.nation}
    >
      {portrait && (
        <img
          className="initials portrait"
          src={composePortraitPath(portrait, 'small')}
          alt=""
          width={portraitSizes.small.width}
          height={portraitSizes.small.width}
          loading="lazy"
          decoding="async"
        />
      )}
      {kind !== 'organisation' && !portrait && (
        <span className="initials" aria-hidden="true">
          {composeInitials(name.replace(/^(?:Lord|Lady|Baron|Baroness) /, ''))}
        </span>
      )}
      <h3 className="supporter-name">
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
    <p>
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
    <span className="supporter-logo" role="img" aria-label={alt} data-shape={shapeOf(width / height)}>
      <img src={`${folder}/${hash}`} alt="" width={width} height={height} loading="lazy" decoding="async" />
    </span>
  )
}

/** A wide logo gets less height and a tall one more, so that they look equally large. */
function shapeOf(ratio: number): 'wide' | 'even' | 'tall' {
  if (ratio > 2.5) return 'wide'
  return ratio < 1.2 ? 'tall' : 'even'
}
