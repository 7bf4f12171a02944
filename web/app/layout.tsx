import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '../styles/globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { Theme } from '../components/shell/Theme.tsx'

export const metadata: Metadata = {
  title: { template: '%s · A-EMS', default: 'A-EMS' },
  description: "An enterprise's own data as one graph that can be asked anything.",
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#14171a' },
  ],
}

export default async function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce')
  return (
    // The theme is set before the first paint, by a script that React does not know of.
    <html lang="en" suppressHydrationWarning>
      <body>
        <Theme {...(nonce ? { nonce } : {})}>
          <NuqsAdapter>{children}</NuqsAdapter>
        </Theme>
      </body>
    </html>
  )
}
