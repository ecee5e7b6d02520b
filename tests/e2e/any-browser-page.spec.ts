import { introduce } from './introduce'
import { ownWords, post, readOpened, seat, send } from './letter-page'
import { openSlowly } from './open-slowly'
import { expect, test } from './test'

test.afterEach(({ consoleErrors }) => {
  // Expected: outside hosts don't resolve here, and a form of another build is refused.
  const meant = /ERR_NAME_NOT_RESOLVED|ERR_FAILED|status of 409/
  consoleErrors.splice(0, Infinity, ...consoleErrors.filter((text) => !meant.test(text)))
})

/** Does to a page what extensions, translators and phones' browsers do. */
function changeLikeExtensions() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  for (const text of texts) {
    if (text.data.trim() === '' || text.parentElement?.closest('script, style, textarea')) continue
    const font = document.createElement('font')
    font.dir = 'auto'
    text.replaceWith(font)
    font.append(text)
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]), textarea')) {
    field.setAttribute('data-lpignore', 'true')
    field.before(document.createElement('grammarly-extension'))
    field.after(Object.assign(document.createElement('button'), { type: 'button', textContent: 'Fill' }))
  }
  for (const form of document.forms) {
    form.setAttribute('data-form-type', 'other')
    form.prepend(Object.assign(document.createElement('input'), { name: 'extension' }))
  }
  document.documentElement.className = 'translated-ltr'
}

test('a page that a translator and an extension changed before the script came works, and its messages still change', async ({
  page,
}) => {
  const release = await openSlowly(page, seat)
  await page.locator('footer').waitFor() // the page is all there
  await page.evaluate(changeLikeExtensions)
  release()
  await expect(page.getByText(/^X: \d+ of 280/)).toBeVisible()
  await page.locator('#post-counter').evaluate((counter) => {
    const font = document.createElement('font')
    font.append(...counter.childNodes)
    counter.append(font)
  })
  await post(page).fill('x'.repeat(290))
  await expect(page.getByText('X: 10 too many · Bluesky: 290 of 300')).toBeVisible()
  await page.getByRole('button', { name: 'X', exact: true }).click()
  await expect(page.getByText('Your post is 10 too long')).toBeVisible()
  await introduce(page)
  await page.getByText('As a parent, I…').click()
  await expect(page.getByLabel('Why does this matter to you?')).toHaveValue('I teach children As a parent, I ')
  await page.getByText('Other ways').click()
  await page.getByText('Gmail').click() // the text inside the button, as visitors do
  expect((await readOpened(page)).searchParams.get('body')).toMatch(/Ann Example\r?\nTN23 1AA$/)
  await page.locator('#sent-question [data-sent=later]').click()
  await expect(send(page)).toBeFocused()
})

// A tab from before a deployment: the names of its form's action and of its script are those of another build.
const makeOlder = () => {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name$=":0"]'))
    field.value = field.value.replace(/[0-9a-f]{8}"/, '00000000"')
}

test('a tab that is older than the deployment goes on as before', async ({ page }) => {
  await page.goto(seat)
  await page.evaluate(makeOlder)
  await introduce(page)
  await page.getByText('Other ways').click()
  await page.getByRole('button', { name: 'Gmail' }).click()
  expect((await readOpened(page)).searchParams.get('body')).toMatch(/Ann Example\r?\nTN23 1AA$/)
  await page.getByRole('button', { name: 'Yes, sent' }).click()
  await expect(page.getByText('Thank you for standing with these children.')).toBeFocused()
})

test('a tab that is older than the deployment and gets no script is told to load anew, and Back has what was typed', async ({
  page,
}) => {
  await page.route('**/scripts/*.js', (route) => route.abort())
  await page.goto(seat)
  await page.evaluate(makeOlder)
  await introduce(page)
  await page.getByText('Other ways').click()
  await page.getByRole('button', { name: 'Gmail' }).click()
  await expect(page.getByText('The site has changed since you opened that page.')).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
  await page.unroute('**/scripts/*.js')
  await page.reload()
  await page.getByLabel('Your name').fill('Ann Example')
  await expect(ownWords(page)).toHaveValue(/./)
})
