import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults } from './axe.ts'
import { launch } from './chromium.ts'
import { complaints, expectAccessible, firstSignIn, opened as openedIn, served, signIn } from './journey.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
/** Where Ada is signed in. */
let signedIn: BrowserContext

const password = 'seven hills of green tea'

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launch()])
}, 480_000)

afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const opened = (context: BrowserContext, path: string) => openedIn(product, context, path)

test('a wrong password is refused in place, without saying which part was wrong, and what was typed stays', async () => {
  const context = await browser.newContext()
  const page = await opened(context, '/sales')
  expect(new URL(page.url()).pathname).toBe('/login')
  await signIn(page, product.email, 'something else entirely')
  await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor()
  expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('E-mail').inputValue()).toBe(product.email)
  await context.close()
}, 60_000)

test("a one-time password lets one in once, to choose a password of one's own", async () => {
  signedIn = await browser.newContext()
  const page = await opened(signedIn, '/sales?period=this-year')
  await firstSignIn(page, product, password)
  await page.waitForURL('**/sales?period=this-year')
  await page.close()
}, 60_000)

test('signing in needs no script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await opened(context, '/sales?period=this-year')
  await signIn(page, product.email, password)
  await page.waitForURL('**/sales?period=this-year')
  expect(await page.content()).toContain('data-metric="NET_REVENUE"')
  await context.close()
}, 60_000)

test('net revenue on the page is what the graph says, and its rows add up to it', async () => {
  const { salesMetrics } = await product.ask(
    '{ salesMetrics(query: { metrics: [NET_REVENUE], period: { toDate: YEAR } }) { totals { value } } }',
  )
  expect(salesMetrics).toEqual({ totals: [{ value: expect.any(String) }] })
  const page = await opened(signedIn, '/sales?period=this-year')
  const tile = page.locator('[data-metric=NET_REVENUE]')
  expect({ totals: [{ value: await tile.getAttribute('data-value') }] }).toEqual(salesMetrics)
  expect(await tile.getByRole('button').textContent()).toContain('506')
  await tile.getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Explain' }).click()
  const panel = page.getByRole('dialog', { name: 'Net revenue' })
  await panel.getByText('= Adds up').waitFor()
  expect(await panel.locator('.fig').textContent()).toContain('505.50')
  await page.close()
}, 60_000)

test('a session goes on when its access token has run out, and the browser gets the new one', async () => {
  await signedIn.clearCookies({ name: '__Host-aems_access' })
  const page = await opened(signedIn, '/sales?period=this-year')
  await page.locator('[data-metric=NET_REVENUE]:visible').waitFor()
  const cookies = await signedIn.cookies(product.origin)
  expect(cookies.find(({ name }) => name === '__Host-aems_access')).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
  })
  await page.close()
}, 60_000)

test('another site cannot use the way to the graph', async () => {
  const answer = await fetch(`${product.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify({ query: '{ me { user { id } } }' }),
  })
  expect(answer.status).toBe(403)
})

test('a filter holds for every tile and stands in the address', async () => {
  const page = await opened(signedIn, '/sales?period=this-year')
  await page.getByRole('button', { name: /^Territory/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'North' }).click()
  await page.waitForURL('**territory=North**')
  await page.locator('[data-metric=NET_REVENUE][data-value^="243.5"]').waitFor()
  await page.close()
}, 60_000)

test('a question is answered with the figure, and its operation can be opened in the explorer', async () => {
  const page = await opened(signedIn, '/chat')
  await page.getByLabel('Ask a question').fill('What was revenue in 2025?')
  await page.keyboard.press('Enter')
  const answer = page.getByRole('article')
  await answer.locator('.say').waitFor()
  expect(await answer.locator('.say').textContent()).toMatch(/505\.50|506/)
  await page.waitForURL('**/chat/*')
  await answer.getByRole('button', { name: 'Operation' }).click()
  const address = new URL((await answer.getByRole('link', { name: 'Open in the explorer' }).getAttribute('href')) ?? '')
  expect(address.searchParams.get('query')).toContain('salesMetrics')
  await page.reload()
  expect(await page.getByRole('article').getByRole('heading').textContent()).toBe('What was revenue in 2025?')
  await page.close()
}, 60_000)

test('everything on the sales page works by keyboard, and focus returns where it was', async () => {
  const page = await opened(signedIn, '/sales?period=this-year')
  const orders = page.locator('[data-metric=ORDERS]').getByRole('button')
  await served(orders)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'All time' }).waitFor()
  await page.keyboard.type('All')
  await page.keyboard.press('Enter')
  await page.waitForURL('**period=all**')
  await page.goto(`${product.origin}/sales?period=this-year`)
  const figure = await served(orders)
  await figure.focus()
  await page.keyboard.press('Enter')
  // The menu is there a moment before its first item has the focus.
  await page.getByRole('menuitem', { name: 'Explain' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Orders' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Orders' }).waitFor({ state: 'detached' })
  expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true)
  const trend = page.getByRole('slider')
  await trend.focus()
  await page.keyboard.press('Home')
  expect(await trend.getAttribute('aria-valuetext')).toMatch(/^January 2025: /)
  await page.close()
}, 60_000)

test('axe finds nothing, and nothing scrolls sideways, on any screen, light and dark', async () => {
  const stranger = await browser.newContext()
  for (const [context, path] of [
    [stranger, '/login'],
    [signedIn, '/sales?period=this-year'],
    [signedIn, '/chat'],
  ] as const) {
    const page = await opened(context, path)
    if (path === '/chat') await page.getByRole('link', { name: 'What was revenue in 2025?' }).click()
    if (path === '/chat') await page.getByRole('article').waitFor()
    await expectAccessible(page)
    await page.close()
  }
  await stranger.close()
}, 180_000)

test('axe finds nothing in a menu and in the explain panel', async () => {
  const page = await opened(signedIn, '/sales?period=this-year')
  await page.locator('[data-metric=NET_REVENUE]').getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Explain' }).waitFor()
  // A menu floats outside of every landmark; it is reached from its button alone.
  expect((await faults(page)).filter((fault) => !fault.startsWith('region'))).toEqual([])
  await page.getByRole('menuitem', { name: 'Explain' }).click()
  await page.getByText('= Adds up').waitFor()
  expect(await faults(page)).toEqual([])
  await page.close()
}, 60_000)

test('no page made the browser complain', () => {
  expect(complaints).toEqual([])
})

test('signing out ends the session here', async () => {
  const page = await opened(signedIn, '/sales')
  await page.getByRole('button', { name: /sign out/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/login')
  await page.goto(`${product.origin}/sales`)
  expect(new URL(page.url()).pathname).toBe('/login')
}, 60_000)
