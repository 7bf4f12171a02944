'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Confirm } from '../components/controls/Confirm.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import type { MemberRowFragment } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { RestoreMember, SuspendMember } from './userOperations.ts'

/** Keeps a member out of the company, or lets them in again. */
export function Suspension({ member: { user, suspendedAt } }: { readonly member: MemberRowFragment }) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const input = { email: user.email }
  return (
    <>
      <button type="button" className={suspendedAt ? 'btn' : 'btn danger'} onClick={() => setAsking(true)}>
        {suspendedAt ? 'Let them in again' : 'Suspend'}
        <span className="sr-only">: {user.name}</span>
      </button>
      {asking &&
        (suspendedAt ? (
          <Confirm
            title={`Let ${user.name} in again?`}
            text="They get the roles that they had."
            verb="Let them in"
            send={() => withProof(() => command(RestoreMember, { input }))}
            onDone={() => {
              say(`${user.name} may come in again.`)
              router.refresh()
            }}
            onClose={() => setAsking(false)}
          />
        ) : (
          <Confirm
            title={`Suspend ${user.name}?`}
            text="They are kept out of this company at once, on every device. Their roles are kept for when you let them in again."
            verb="Suspend them"
            send={() => withProof(() => command(SuspendMember, { input }))}
            onDone={() => {
              say(`${user.name} is kept out.`)
              router.refresh()
            }}
            onClose={() => setAsking(false)}
          />
        ))}
    </>
  )
}
