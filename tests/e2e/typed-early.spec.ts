import type { Locator, Page } from '@playwright/test'
import { openSlowly } from './open-slowly'
import { reach } from './places'
import { signInAs } from './staff-site'
import { expect, test } from './test'

// React marks the elements it has hydrated.
const isAlive = (field: Locator) =>
  field.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))

test('what was typed before the script came stays, and goes into the letter', async ({ page }) => {
  const release = await openSlowly(page, `/take-action/${reach.xAndBluesky.slug}`)
  const post = page.getByLabel('Your post', { exact: true })
  const part = page.getByLabel('Paragraph 4 of your letter')
  await post.fill('My own post')
  await part.fill('My own argument.')
  await page.getByLabel('Why does this matter to you?').fill('I teach children.')
  await post.press('Home')
  release()
  await expect(page.getByLabel('Your own words of your letter')).toHaveValue('I teach children.')
  await expect(post).toHaveValue('My own post')
  await expect(part).toHaveValue('My own argument.')
  await expect(page.getByText('X: 11 of 280')).toBeVisible()
  await post.press('B')
  await expect(post).toHaveValue('BMy own post')
  await page.reload()
  await expect(post).toHaveValue('BMy own post')
})

test.describe('for staff', () => {
  test.use({ site: 'STAFF' })

  async function openRuleSlowly(page: Page) {
    await page.goto('/staff/messages')
    const rule = await page
      .getByRole('link', { name: 'England and Wales, and all others', exact: true })
      .getAttribute('href')
    return openSlowly(page, rule ?? '')
  }

  test('text typed before hydration stays in a form', async ({ page }) => {
    await signInAs(page, 'early', 'editor')
    const release = await openRuleSlowly(page)
    const name = page.getByLabel('Name of the rule')
    const post = page.getByLabel('Post', { exact: true })
    await name.fill('Early')
    const email = page.getByRole('textbox', { name: 'Email', exact: true })
    await email.fill('My own email')
    await post.selectText()
    expect(await isAlive(post)).toBe(false)
    release()
    await expect.poll(() => isAlive(post)).toBe(true)
    await expect(page.getByText('Unsaved changes')).toBeVisible()
    await page.keyboard.insertText('In place of what was marked')
    await expect(post).toHaveValue('In place of what was marked')
    await expect(email).toHaveValue('My own email')
    await expect(name).toHaveValue('Early')
    // It is kept, too.
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('button', { name: /^Restore what you typed on / }).click()
    await expect(name).toHaveValue('Early')
  })

  test('text selected during hydration stays selected', async ({ page }) => {
    await signInAs(page, 'early-mark', 'editor')
    // The page hydrates in parts: once the field's part is done, the visitor can type on.
    await page.addInitScript(() => {
      const original = window.queueMicrotask.bind(window)
      let isMarked = false
      window.queueMicrotask = (task) =>
        original(() => {
          task()
          const area = document.activeElement
          if (
            isMarked ||
            !(area instanceof HTMLTextAreaElement) ||
            !Object.keys(area).some((key) => key.startsWith('__react'))
          )
            return
          isMarked = true
          area.select()
        })
    })
    const release = await openRuleSlowly(page)
    const post = page.getByLabel('Post', { exact: true })
    await post.focus()
    expect(await isAlive(post)).toBe(false)
    release()
    await expect.poll(() => isAlive(post)).toBe(true)
    await page.keyboard.insertText('In place of what was marked')
    await expect(post).toHaveValue('In place of what was marked')
  })
})
