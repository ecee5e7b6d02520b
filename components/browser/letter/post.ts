import type { Channel } from '@/lib/actions/model/channel'
import { channelOf, composeHandOffUrl } from '@/lib/actions/model/hand-off'
import { checkPost, composePost, type Network, networkNames, type PostProblem } from '@/lib/messages/model/post'
import { measurePost, messageLimits } from '@/lib/messages/model/measured'
import { count } from './count'
import { afterTyping, byId, moveTo, show, write } from './dom'
import { type LetterForm, readDraft } from './form'
import { markProgress } from './sent'

/** Opens the post on a network, or says why not. */
export function openPost(letter: LetterForm, network: Network): void {
  const draft = readDraft(letter)
  const problem = checkPost(composePost(draft.post, network, letter.mp), network)
  if (problem) {
    write(byId('post-status'), describeProblem(problem, networkNames[network]))
    return moveTo(letter.field('post'))
  }
  const url = composeHandOffUrl(network, letter.mp, draft, letter.pageUrl)
  if (!url) return
  window.open(url, '_blank', 'noopener')
  ask(letter, channelOf(network))
  const again = byId('post-again')
  again.setAttribute('href', url)
  show(again, true)
}

function describeProblem(problem: PostProblem, network: string): string {
  return problem.problem === 'empty'
    ? 'Your post is empty. Write something first.'
    : `${network} takes ${problem.limit} characters. Your post is ${problem.length - problem.limit} too long: shorten it first.`
}

let opened: Channel | null = null

function ask(letter: LetterForm, channel: Channel): void {
  opened = channel
  count(letter, channel, 'opened', null)
  write(byId('post-status'), '')
  show(byId('post-question'), true)
  markProgress('post', true)
  show(byId('friends'), true)
}

/** The counter, the device's share sheet, and the answer to “Did you post it?”. */
export function startPost(letter: LetterForm): void {
  const post = letter.field('post')
  const counter = byId('post-counter')
  const measure = () => {
    const { x, bluesky } = measurePost(post.value, letter.mp)
    const texts = [describe('X', x, messageLimits.x), describe('Bluesky', bluesky, messageLimits.bluesky)]
    write(counter, texts.join(' · '))
    counter.classList.toggle('too-long', x > messageLimits.x || bluesky > messageLimits.bluesky)
  }
  post.addEventListener('input', afterTyping(measure))
  addEventListener('pageshow', measure)
  measure()
  const share = byId('share-post')
  show(share, typeof navigator.share === 'function')
  share.addEventListener('click', () => {
    navigator
      .share({ text: composePost(readDraft(letter).post, 'whatsapp', letter.mp) })
      .then(() => ask(letter, 'share'))
      .catch((error: unknown) => {
        if (Object(error).name === 'AbortError') return // closed without sharing
        write(byId('post-status'), 'Your browser couldn’t share it. Copy the post instead.')
      })
  })
  byId('posted').addEventListener('click', () => {
    if (opened) count(letter, opened, 'confirmed', null)
    show(byId('post-question'), false)
    write(byId('post-status'), 'Thank you. Public posts show your MP that people are watching. Now ask your friends.')
    moveTo(byId('post-status'))
  })
}

function describe(network: string, length: number, longest: number): string {
  return length > longest ? `${network}: ${length - longest} too many` : `${network}: ${length} of ${longest}`
}
