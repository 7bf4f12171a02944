'use client'
import dynamic from 'next/dynamic'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { FigureScope, Subject } from './subject.ts'

const ExplainPanel = dynamic(() => import('./ExplainPanel.tsx').then((module) => module.ExplainPanel), { ssr: false })

interface Explaining {
  readonly scope: FigureScope
  readonly subject: Subject | null
  /** Opens the panel; focus returns to `opener` when it closes. */
  readonly explain: (subject: Subject, opener: HTMLElement | null) => void
}

const ExplainContext = createContext<Explaining | null>(null)

/** The figure being explained on a page, and the panel that explains it; loaded when first asked for. */
export function ExplainProvider({ scope, children }: { readonly scope: FigureScope; readonly children: ReactNode }) {
  const [open, setOpen] = useState<{ subject: Subject; opener: HTMLElement | null } | null>(null)
  const value = useMemo(
    () => ({
      scope,
      subject: open?.subject ?? null,
      explain: (subject: Subject, opener: HTMLElement | null) => setOpen({ subject, opener }),
    }),
    [scope, open],
  )
  const close = () => {
    setOpen(null)
    open?.opener?.focus()
  }
  return (
    <ExplainContext value={value}>
      {children}
      {open && <ExplainPanel scope={scope} subject={open.subject} onClose={close} />}
    </ExplainContext>
  )
}

export function useExplaining(): Explaining {
  const value = useContext(ExplainContext)
  if (!value) throw new Error('a figure stands outside of ExplainProvider')
  return value
}
