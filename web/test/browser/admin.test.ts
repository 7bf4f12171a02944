import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './chromium.ts'
import { complaints, expectAccessible, firstSignIn, opened as openedIn, served, signIn } from './journey.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
/** Where Ada, the owner, is signed in, and Grace, whom she invites. */
let ada: BrowserContext
let grace: BrowserContext

const password = 'seven hills of green tea'
const graces = { email: 'grace.hopper@example.com', name: 'Grace Hopper', password: 'nine boats on a quiet sea' }

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launch()])
  ada = await browser.newContext()
  grace = await browser.newContext()
  const page = await opened(ada, '/')
  await firstSignIn(page, product, password)
  await page.waitForURL('**/sales')
  await page.close()
}, 480_000)

afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const opened = (context: BrowserContext, path: string) => openedIn(product, context, path)

/** The link of the newest mail of this subject, as the outbox shows it. */
async function mailedLink(subject: RegExp): Promise<string> {
  const page = await opened(ada, '/admin/outbox')
  const mail = page.locator('details').filter({ hasText: subject }).first()
  await mail.locator('summary').click()
  const link = /https?:\/\/\S+#\S+/.exec((await mail.locator('pre').textContent()) ?? '')?.[0] ?? ''
  await expectAccessible(page)
  await page.close()
  const { pathname, hash } = new URL(link)
  return pathname + hash
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = await served(page.getByRole('button', { name }))
  await button.click()
}

/** What a page calls itself. */
async function headingOf(page: Page, path: string): Promise<string | null> {
  await page.goto(product.origin + path)
  return page.locator('h1').first().textContent()
}

/** What somebody may do is remembered for a second, and drawing a page takes another. */
const soon = { timeout: 15_000, interval: 500 }

/** Waits for what the page says was done; the same words are read out beside. */
const noticed = (page: Page, text: string) => page.locator('.notice').filter({ hasText: text }).waitFor()

test('somebody is invited by mail, makes an account by the link, and sees no more than their role shows', async () => {
  const page = await opened(ada, '/admin/users')
  await press(page, 'Invite someone')
  const dialog = page.getByRole('dialog', { name: 'Invite someone' })
  await dialog.getByLabel('E-mail').fill('grace')
  await page.keyboard.press('Enter')
  await dialog.getByText('Enter an e-mail address').waitFor()
  expect(await dialog.getByLabel('E-mail').evaluate((input) => input === document.activeElement)).toBe(true)
  await expectAccessible(page)
  await dialog.getByLabel('E-mail').fill(graces.email)
  await dialog.getByRole('checkbox', { name: /^Viewer/ }).check()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await noticed(page, `An invitation is on its way to ${graces.email}`)
  await page.goto(`${product.origin}/admin/invitations`)
  await page.getByRole('cell', { name: /^Waits, until/ }).waitFor()
  await expectAccessible(page)
  await page.close()
  const link = await mailedLink(/invit/i)
  const hers = await opened(grace, link)
  await hers.getByRole('heading', { name: /^Join Hilltop Tea/ }).waitFor()
  await expectAccessible(hers)
  await hers.getByLabel('Name').fill(graces.name)
  await hers.getByLabel('Password').fill('short')
  await hers.keyboard.press('Enter')
  await hers.getByText('Use 15 to 128 characters').waitFor()
  await hers.getByLabel('Password').fill(graces.password)
  await hers.keyboard.press('Enter')
  await hers.waitForURL('**/sales')
  const nav = hers.getByRole('navigation', { name: 'Main', exact: true })
  await nav.getByRole('link', { name: 'Ask' }).waitFor()
  expect(await nav.getByRole('link', { name: 'Admin' }).count()).toBe(0)
  await hers.goto(`${product.origin}/admin/users`)
  await hers.getByRole('heading', { name: 'You may not see this page' }).waitFor()
  await hers.goto(product.origin + link)
  await hers.getByRole('heading', { name: 'This invitation holds no more' }).waitFor()
  await hers.close()
}, 180_000)

test('a member is found, given another role, signed out, kept out and let in again', async () => {
  const page = await opened(ada, '/admin/users')
  await page.getByText('2 people.').waitFor()
  await (await served(page.getByLabel('Find somebody'))).fill('hopper')
  await page.waitForURL('**search=hopper**')
  await page.getByText('1 person by these filters.').waitFor()
  await press(page, /^Open/)
  await page.getByRole('heading', { name: '1 session' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: /^Analyst/ }).check()
  await page.getByRole('checkbox', { name: /^Viewer/ }).uncheck()
  await product.ageProofs()
  await page.getByRole('button', { name: 'Save roles' }).click()
  const proof = page.getByRole('dialog', { name: 'Show that it is you' })
  await proof.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await noticed(page, `${graces.name} is now analyst.`)
  await page.getByRole('button', { name: /^End the session of/ }).click()
  await page.getByRole('heading', { name: 'No sessions' }).waitFor()
  const hers = await opened(grace, '/login?next=/settings/security')
  await signIn(hers, graces.email, graces.password)
  await hers.getByRole('heading', { name: 'How you sign in' }).waitFor()
  await page.getByRole('button', { name: /^Suspend/ }).click()
  await page.getByRole('button', { name: 'Suspend them' }).click()
  await page.getByText(/^Suspended since/).waitFor()
  await expect.poll(() => headingOf(hers, '/sales'), soon).toBe('You may not see this page')
  await page.getByRole('button', { name: /^Let them in again/ }).click()
  await page.getByRole('button', { name: 'Let them in', exact: true }).click()
  await page.getByText(/^Suspended since/).waitFor({ state: 'detached' })
  await expect.poll(() => headingOf(hers, '/sales'), soon).not.toBe('You may not see this page')
  await hers.close()
  await page.close()
}, 180_000)

test('a role of the company’s own is made, changed and removed', async () => {
  const page = await opened(ada, '/admin/roles')
  await expectAccessible(page)
  await press(page, 'Make a role')
  const dialog = page.getByRole('dialog', { name: 'Make a role' })
  await dialog.getByLabel('Name').fill('Regional Lead')
  await dialog.getByRole('button', { name: 'Save the role' }).click()
  await dialog.getByText('Use 2 to 40 small letters').waitFor()
  await expectAccessible(page)
  await dialog.getByLabel('Name').fill('regional-lead')
  await dialog.getByLabel('What it is for').fill('Leads a region.')
  await dialog.getByRole('checkbox', { name: /^sales:read/ }).check()
  await dialog.getByRole('button', { name: 'Save the role' }).click()
  await noticed(page, 'The role regional-lead is saved.')
  await page.getByRole('button', { name: 'Open regional-lead' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove the role' }).click()
  await page.getByRole('button', { name: 'Open regional-lead' }).waitFor({ state: 'detached' })
  await page.close()
}, 120_000)

test('a forgotten password is replaced by a mailed link, once', async () => {
  const context = await browser.newContext()
  const page = await opened(context, '/login')
  await page.getByRole('link', { name: 'Forgot it?' }).click()
  await served(page.getByRole('button', { name: 'Send me a link' }))
  await expectAccessible(page)
  await page.getByLabel('E-mail').fill(graces.email)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  const link = await mailedLink(/password/i)
  expect(link).toMatch(/^\/reset#/)
  await page.goto(product.origin + link)
  await served(page.getByRole('button', { name: 'Replace password' }))
  await expectAccessible(page)
  await page.getByLabel('New password').fill('four lamps in the long hall')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your password is replaced' }).waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, graces.email, 'four lamps in the long hall')
  await page.waitForURL('**/sales')
  const again = await opened(context, link)
  await again.getByLabel('New password').fill('five lamps in the long hall')
  await again.keyboard.press('Enter')
  await again.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor()
  await context.close()
}, 120_000)

test('no page made the browser complain', () => {
  expect(complaints).toEqual([])
})
