import type { Page } from '@playwright/test'

// Checks that run inside the page. Each returns a list of failures, named by their HTML.

const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary'

/**
 * WCAG 2.2, 2.5.8: targets smaller than 24 by 24 CSS pixels, unless they are in a sentence or have no other target
 * within reach of their centre.
 */
export function listSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const least = 24
    scrollTo({ top: 0, behavior: 'instant' }) // the strip that stays in view passes over others
    const all = [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element }) => !element.matches('.skip-link:not(:focus)')) // clipped away
    const isSmall = (box: DOMRect) => box.width < least || box.height < least
    const isInSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false
      let block = element.parentElement
      while (block && getComputedStyle(block).display === 'inline') block = block.parentElement
      return (block?.textContent ?? '').trim() !== (element.textContent ?? '').trim()
    }
    const distance = (x: number, y: number, box: DOMRect) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
    return all
      .filter(({ element, box }) => isSmall(box) && !isInSentence(element))
      .filter(({ element, box }) => {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
        return all.some((other) => {
          if (other.element === element) return false
          const between = Math.hypot(other.box.x + other.box.width / 2 - x, other.box.y + other.box.height / 2 - y)
          return distance(x, y, other.box) < least / 2 || (isSmall(other.box) && between < least)
        })
      })
      .map(
        ({ element, box }) =>
          `${Math.round(box.width)} by ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`,
      )
  }, targets)
}

/** Clipped texts, except those for screen readers only and supporters' names, which are clipped on purpose. */
export function listClippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(input, textarea, select, option, svg *)')]
      .filter(
        (element) => element.checkVisibility() && element.textContent?.trim() && !element.closest('.visually-hidden'),
      )
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        const isCut = (overflow: string, inner: number, outer: number) =>
          overflow !== 'visible' && overflow !== 'auto' && inner > outer + 1
        return (
          isCut(overflowX, element.scrollWidth, element.clientWidth) ||
          isCut(overflowY, element.scrollHeight, element.clientHeight)
        )
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  )
}

/** The levels of the visible headings, in order. */
export function listHeadingLevels(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName.slice(1))),
  )
}

/** Moving elements: those with a transition or an animation. */
export function listMoving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return animationName !== 'none' || transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0)
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

/**
 * Tabs through a page until everything focusable has had focus; a trap or a gap leaves something out. At each stop,
 * the focus must be visible, on screen and not covered.
 */
export async function walkByTab(page: Page): Promise<string[]> {
  const size = await page.evaluate((selector) => {
    const left = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
    )
    Object.assign(window, { notYetReached: new Set(left) })
    return left.length
  }, targets)
  const problems: string[] = []
  for (let presses = 0; presses < size + 3; presses++) {
    await page.keyboard.press('Tab')
    const problem = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null // between the end and the beginning
      Reflect.get(window, 'notYetReached').delete(element)
      const marked = [element, element.parentElement, element.closest('li')].some(
        (one) => one && getComputedStyle(one).outlineStyle !== 'none',
      )
      const [box] = element.getClientRects()
      if (!box) return `nothing to see: ${element.outerHTML.slice(0, 120)}`
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
      if (left >= right || top >= bottom) return `outside the screen: ${element.outerHTML.slice(0, 120)}`
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      if (!element.contains(hit)) return `covered by ${hit?.outerHTML.slice(0, 80)}: ${element.outerHTML.slice(0, 120)}`
      return marked ? null : `no outline: ${element.outerHTML.slice(0, 120)}`
    })
    if (problem) problems.push(problem)
  }
  const left = await page.evaluate(() =>
    [...Reflect.get(window, 'notYetReached')].map(
      (element: Element) => `not reached: ${element.outerHTML.slice(0, 120)}`,
    ),
  )
  return [...problems, ...left]
}
