'use client'
import { type ReactNode, useRef } from 'react'
import { useExplaining } from './ExplainProvider.tsx'
import { FigureMenu } from './FigureMenu.tsx'
import { type Subject, subjectKey } from './subject.ts'

interface FigureButtonProps {
  readonly subject: Subject
  /** What a screen reader hears before the figure; default: the subject's title. */
  readonly children: ReactNode
}

/** A figure that opens its menu: explain, ask, show only this, copy. Marked while it is being explained. */
export function FigureButton({ subject, children }: FigureButtonProps) {
  const { subject: current, explain } = useExplaining()
  const button = useRef<HTMLButtonElement>(null)
  const explained = current !== null && subjectKey(current) === subjectKey(subject)
  return (
    <FigureMenu subject={subject} onExplain={() => explain(subject, button.current)}>
      <button
        ref={button}
        type="button"
        className="figure"
        data-explained={explained ? '' : undefined}
        title="What is behind this figure"
      >
        <span className="sr-only">{subject.title}: </span>
        {children}
      </button>
    </FigureMenu>
  )
}
