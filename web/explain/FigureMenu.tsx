'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuRule } from '../components/controls/Menu.tsx'
import type { Subject } from './subject.ts'

interface FigureMenuProps {
  readonly subject: Subject
  readonly onExplain: () => void
  /** The button that opens it. */
  readonly children: ReactNode
}

/** What one can do with a figure. */
export function FigureMenu({ subject, onExplain, children }: FigureMenuProps) {
  const router = useRouter()
  const { value } = subject
  return (
    <Menu label={subject.title} trigger={children}>
      <MenuItem onSelect={() => setTimeout(onExplain)}>Explain</MenuItem>
      <MenuItem onSelect={() => router.push(`/chat?question=${encodeURIComponent(subject.title)}`)}>Ask about this</MenuItem>
      <MenuRule />
      <MenuItem disabled={value == null} onSelect={() => void navigator.clipboard.writeText(value ?? '')}>
        Copy value
      </MenuItem>
    </Menu>
  )
}
