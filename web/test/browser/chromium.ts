import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const installed = '/usr/bin/chromium'

/** A fresh headless Chromium: the machine's own where there is one, else the one that comes as a package. */
export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: existsSync(installed) ? installed : await packaged(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

async function packaged(): Promise<string> {
  // Read when the package is loaded: it then brings its own NSS libraries.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x'
  const { default: bundle } = await import('@sparticuz/chromium')
  return bundle.executablePath()
}
