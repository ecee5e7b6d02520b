import { formatUkDay } from '@/lib/shared/model/uk-time'
import { composeInitials } from '@/lib/members/model/salutation'
import { composePortraitPath, portraitSizes } from '@/lib/members/model/portrait'
import type { Mp } from '@/lib/members/model/seat'
import type { SourcedDetail } from '@/lib/members/model/sourced-details'
import { OtherSeats } from './other-seats'

type Standing = 'isSpeaker' | 'abstains' | 'isMinister' | 'isInGovernment'

type Props = {
  mp: Mp
  seat: { name: string; neighbours: { slug: string; name: string }[] }
  details: SourcedDetail[]
  checkedAt: Date | null
  /** When their posts were last read; null before the first time. */
  postsCheckedAt: Date | null
  /** Nobody has checked the details for two weeks. */
  isOld: boolean
  isSupporter: boolean
  isSpeaker: boolean
  abstains: boolean
  isMinister: boolean
  isInGovernment: boolean
  /** The minister as texts name them. */
  minister: string
}

/** The MP, where they stand, what they can do, and the way out for who lives somewhere else. */
export function MpCard({ mp, seat, details, checkedAt, postsCheckedAt, isOld, ...standing }: Props) {
  const { isSupporter, isSpeaker } = standing
  const posts = (mp.posts ?? []).slice(0, mostPosts)
  return (
    <div className="mp-card">
      {mp.portrait ? (
        <Portrait hash={mp.portrait} />
      ) : (
        <p className="monogram" aria-hidden="true">
          {composeInitials(mp.name)}
        </p>
      )}
      <div className="mp-who">
        <p className="eyebrow">Your MP for {seat.name}</p>
        <h1>{mp.name}</h1>
        <p className="mp-party">{isSpeaker ? 'Speaker of the House of Commons' : mp.party}</p>
        {posts.length > 0 && <p className="mp-posts">{posts.map(({ title }) => title).join('; ')}</p>}
      </div>
      <OtherSeats constituency={seat.name} neighbours={seat.neighbours} />
      <p className={isSupporter && !isSpeaker ? 'mp-note mp-supports' : 'mp-note'}>
        {isSupporter && !isSpeaker ? (
          <>
            <strong>Already supports this campaign.</strong> Thank them, and ask them to take the next step.
          </>
        ) : (
          describePower(mp.party, standing)
        )}
      </p>
      {checkedAt && (
        <Sources
          mp={mp}
          details={details}
          checkedAt={checkedAt}
          postsCheckedAt={posts.length > 0 ? postsCheckedAt : null}
          isOld={isOld}
        />
      )}
    </div>
  )
}

/** The name stands beside it, so it says nothing to a screen reader. */
function Portrait({ hash }: { hash: string }) {
  return (
    <img
      className="monogram portrait"
      src={composePortraitPath(hash, 'small')}
      srcSet={`${composePortraitPath(hash, 'large')} 2x`}
      alt=""
      {...portraitSizes.small}
    />
  )
}

// More than three posts are titles that nobody reads here.
const mostPosts = 3

const ways = [
  ['email', 'the email address'],
  ['x', 'the X account'],
  ['bluesky', 'the Bluesky account'],
] as const

/** Where the details come from and how old they are, with a warning when nobody has checked them for long. */
function Sources({
  mp,
  details,
  checkedAt,
  postsCheckedAt,
  isOld,
}: Pick<Props, 'mp' | 'details' | 'postsCheckedAt' | 'isOld'> & { checkedAt: Date }) {
  const from = (source: SourcedDetail['source']) =>
    ways
      .filter(([way]) => details.some(({ field, value, ...each }) => field === way && value && each.source === source))
      .map(([, name]) => name)
  const list = new Intl.ListFormat('en-GB')
  const [ofMySociety, ofStaff] = [from('mysociety'), from('staff')]
  return (
    <p className="fine">
      Details from UK Parliament, checked on{' '}
      <time dateTime={checkedAt.toISOString().slice(0, 10)}>{formatUkDay(checkedAt)}</time>.
      {isOld && (
        <>
          {' '}
          That’s a while ago, so some of it may have changed:{' '}
          <a href={`https://members.parliament.uk/member/${mp.id}/contact`} rel="noreferrer">
            see what Parliament says today
          </a>
          .
        </>
      )}
      {postsCheckedAt &&
        formatUkDay(postsCheckedAt) !== formatUkDay(checkedAt) &&
        ` What they do in Parliament was last checked on ${formatUkDay(postsCheckedAt)}.`}
      {ofMySociety.length > 0 && ` ${capitalise(list.format(ofMySociety))} came from mySociety.`}
      {ofStaff.length > 0 && ` ${capitalise(list.format(ofStaff))} came from our own team.`}
    </p>
  )
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function describePower(
  party: string,
  { isSpeaker, abstains, isMinister, isInGovernment, minister }: Pick<Props, 'minister' | Standing>,
): string {
  if (isSpeaker)
    return 'The Speaker stays politically impartial and doesn’t back campaigns, but can pass your letter to the minister as your MP.'
  if (abstains)
    return `${party} MPs don’t take their seats in the Commons, but they write to ministers for the people they represent.`
  if (isMinister) return 'Your MP is the minister all these letters go to. You can ask them directly.'
  if (isInGovernment)
    return `Members of the government don’t ask questions in Parliament, but your MP can raise this with ${minister} as a colleague.`
  return `Your MP can write to ${minister}, ask questions in Parliament, and sign up to this campaign.`
}
