import { z } from 'zod'
import { launch } from '../../web/test/browser/chromium.ts'
import { readCommandLine } from '../command/options.ts'
import { pathFromCaller } from '../command/paths.ts'
import { CommandError, runCommand } from '../command/run.ts'

const usage = `node infra/scripts/screenshot.ts [OPTIONS]
  Takes a picture of a page of the running product, signed in as AEMS_EMAIL with AEMS_PASSWORD.
  --url URL      the web application (http://localhost:3000)
  --path PATH    the page (/sales?period=last-12-months)
  --theme light|dark
  --out FILE     where it goes (docs/screenshot.png)`

const options = z.object({
  url: z.url().default('http://localhost:3000'),
  path: z.string().default('/sales?period=last-12-months'),
  theme: z.enum(['light', 'dark']).default('light'),
  out: z.string().default('docs/screenshot.png').transform(pathFromCaller),
})

const environment = z.object({ AEMS_EMAIL: z.string(), AEMS_PASSWORD: z.string() })

await runCommand(async () => {
  const { options: chosen } = readCommandLine({ usage, options, arguments: z.tuple([]) })
  const person = environment.safeParse(process.env)
  if (!person.success) throw new CommandError('Set AEMS_EMAIL and AEMS_PASSWORD to those of someone who may see the page.')
  const browser = await launch()
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 1000 },
      colorScheme: chosen.theme,
      deviceScaleFactor: 1.5,
    })
    await page.goto(`${chosen.url}/login?next=${encodeURIComponent(chosen.path)}`)
    await page.getByLabel('E-mail').fill(person.data.AEMS_EMAIL)
    await page.getByLabel('Password').fill(person.data.AEMS_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => url.pathname !== '/login')
    await page.locator('#figures').waitFor()
    await page.screenshot({ path: chosen.out })
  } finally {
    await browser.close()
  }
  console.error(`${chosen.out} shows ${chosen.path}.`)
  return 0
})
