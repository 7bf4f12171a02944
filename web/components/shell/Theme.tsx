'use client'
import { setNonce } from 'get-nonce'
import { ThemeProvider } from 'next-themes'
import { type ReactNode, useEffect } from 'react'

/** Light, dark or as the system has it; kept in this browser. */
export function Theme({ nonce, children }: { readonly nonce?: string; readonly children: ReactNode }) {
  // A dialog keeps the page behind it still by a style sheet, which the page's policy lets in by this page's own nonce alone.
  useEffect(() => setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''), [])
  return (
    <ThemeProvider attribute="data-theme" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
      {children}
    </ThemeProvider>
  )
}
