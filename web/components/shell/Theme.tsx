'use client'
import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import '../controls/pageNonce.ts'

/** Light, dark or as the system has it; kept in this browser. */
export function Theme({ nonce, children }: { readonly nonce?: string; readonly children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
      {children}
    </ThemeProvider>
  )
}
