import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  /** At the right of its heading. */
  readonly meta?: ReactNode
  readonly children: ReactNode
}

/** A ruled part of a page that holds no figures. */
export function Section({ title, meta, children }: SectionProps) {
  return (
    <section className="section">
      <div className="head">
        <h2>{title}</h2>
        {meta && <div className="meta">{meta}</div>}
      </div>
      {children}
    </section>
  )
}
