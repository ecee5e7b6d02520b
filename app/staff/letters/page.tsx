import type { Metadata } from 'next'
import { FigureList } from '@/components/desk/figure-list'
import { StaffForm } from '@/components/desk/form'
import { DaysTable } from '@/components/desk/letters/days-table'
import { LetterList } from '@/components/desk/letters/letter-list'
import { Moment } from '@/components/desk/moment'
import { replies, replyWords } from '@/lib/letters/model/follow-up'
import { showLettersDesk } from '@/lib/letters/show-desk'
import { describeReason } from '@/lib/letters/words'
import { requireStaff } from '../_request/require-staff'
import { submitErasure, submitRetry } from './actions'
import '../../styles/desk/figures.css'

export const metadata: Metadata = { title: 'Letters' }

const number = new Intl.NumberFormat('en-GB')
const percent = new Intl.NumberFormat('en-GB', { style: 'percent' })

export default async function LettersPage() {
  const staff = await requireStaff('publisher')
  const desk = await showLettersDesk(staff.role, new Date())
  const { settings, missing, queue, refusals } = desk
  const isAdmin = staff.role === 'admin'
  const retry = (id: string) => (
    <StaffForm
      action={submitRetry}
      fields={[{ name: 'id', label: '', type: 'hidden', value: id }]}
      submit="Try again now"
      isQuiet
    />
  )
  const figures = [
    { term: 'Sent so far', value: number.format(desk.sent) },
    { term: 'Waiting to be sent', value: number.format(queue.waiting) },
    { term: 'Sent in the last hour', value: number.format(desk.lastHour) },
    { term: 'To one MP, at most an hour', value: settings.perMpPerHour || 'no limit' },
    { term: 'To all, at most an hour', value: settings.perHour ? number.format(settings.perHour) : 'no limit' },
  ]
  return (
    <>
      <h1>Letters</h1>
      <p>
        Letters that the site sends for visitors. Nobody at the desk can read them.{' '}
        {settings.isOn ? 'Pages offer it.' : 'It is off: pages don’t offer it.'}{' '}
        {isAdmin && <a href="/staff/letters/settings">How letters are sent</a>}
      </p>
      {missing.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <a className={settings.isPaused ? 'button' : 'button quiet'} href="/staff/switches?ask=letters">
          {settings.isPaused ? 'Go on sending' : 'Pause all sending'}…
        </a>
      </p>
      <FigureList figures={figures} />
      {queue.oldestConfirmedAt && (
        <p>
          The oldest that waits was confirmed <Moment at={queue.oldestConfirmedAt} />.
        </p>
      )}
      <h2>By day</h2>
      <DaysTable days={desk.days} />
      <h2>Waiting to be sent</h2>
      {desk.waiting.length === 0 && <p>None.</p>}
      <LetterList letters={desk.waiting} retry={retry} />
      <h2>Refused</h2>
      {desk.refused.length === 0 && <p>None that we still hold.</p>}
      <LetterList letters={desk.refused} retry={retry} />
      {refusals.length > 0 && (
        <>
          <h2>Addresses that refused letters</h2>
          <ul className="staff-list">
            {refusals.map(({ slug, mpName, address, reasons, isFlagged }) => (
              <li key={slug}>
                <a href={`/staff/directory/${slug}`}>{mpName}</a>, {address}
                {isFlagged && ' (check this address)'}:{' '}
                {reasons.map(({ reason, count }) => `${count} × ${describeReason(reason)}`).join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {desk.replyRates.length > 0 && (
        <>
          <h2>What visitors say of replies</h2>
          <ul className="staff-list">
            {desk.replyRates.map(({ slug, mpName, tally, all, rate }) => (
              <li key={slug}>
                {mpName}: {rate === null ? '' : `${percent.format(rate)} of ${all} got a reply. `}
                {replies
                  .filter((reply) => tally[reply] > 0)
                  .map((reply) => `${replyWords[reply]}: ${tally[reply]}`)
                  .join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {isAdmin && (
        <>
          <h2 id="erase">Erase a visitor’s letters</h2>
          <p>
            When somebody asks us to erase what we hold of them. The activity log gets the number only. What else we may
            hold is found under <a href="/staff/erasure">Erase data</a>.
          </p>
          <StaffForm
            action={submitErasure}
            fields={[{ name: 'email', label: 'Their email address', type: 'email' }]}
            submit="Erase"
          />
        </>
      )}
    </>
  )
}
