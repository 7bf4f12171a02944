import Link from 'next/link'
import type { ReactNode } from 'react'

/** In the place of a form that had a link mailed. */
export const MailedNote = ({ children }: { readonly children: ReactNode }) => (
  <div className="door-body" role="status">
    <h1>Look into your mail</h1>
    <p className="lede">{children}</p>
    <Link className="btn" href="/login">
      Back to signing in
    </Link>
  </div>
)
