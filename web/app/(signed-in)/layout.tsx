import type { ReactNode } from 'react'
import { Notices } from '../../components/shell/Notices.tsx'
import { ProofProvider } from '../../session/Proof.tsx'

/** What every page of those who are signed in can do: say what was done, and ask who they are. */
export default function SignedInLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Notices>
      <ProofProvider>{children}</ProofProvider>
    </Notices>
  )
}
