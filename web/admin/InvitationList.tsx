'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormFault } from '../components/controls/Field.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import { type Clock, dayOf } from '../format/moment.ts'
import { capitalised } from '../format/words.ts'
import type { InvitationRowFragment } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { ResendInvitation, RevokeInvitation } from './invitationOperations.ts'

interface InvitationListProps {
  readonly invitations: readonly InvitationRowFragment[]
  readonly clock: Clock
}

/** Invitations and what became of them; those that wait can be sent again or taken back. */
export function InvitationList({ invitations, clock }: InvitationListProps) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const [fault, setFault] = useState<string>()
  const act = async (
    mutation: typeof ResendInvitation | typeof RevokeInvitation,
    { id }: InvitationRowFragment,
    said: string,
  ) => {
    const { refused } = await withProof(() => command(mutation, { input: { id } }))
    setFault(refused?.message)
    if (!refused) say(said)
    router.refresh()
  }
  return (
    <>
      <FormFault message={fault} />
      <table className="table tall">
        <thead>
          <tr>
            <th scope="col">To</th>
            <th scope="col" className="wide-only">
              Roles
            </th>
            <th scope="col" className="desk-only">
              By
            </th>
            <th scope="col" className="wide-only">
              State
            </th>
            <th scope="col" className="n">
              <span className="sr-only">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => {
            const { id, email, roles, status, invitedBy } = invitation
            return (
              <tr key={id}>
                <th scope="row">
                  <span className="wrap-anywhere">{email}</span>
                  <span className="meta narrow-line">{stateOf(invitation, clock)}</span>
                </th>
                <td className="wide-only">{roles.map(capitalised).join(', ')}</td>
                <td className="desk-only">{invitedBy?.name ?? 'Somebody who has left'}</td>
                <td className="wide-only">{stateOf(invitation, clock)}</td>
                <td className="n">
                  {(status === 'OPEN' || status === 'EXPIRED') && (
                    <button
                      type="button"
                      className="btn quiet small"
                      onClick={() => void act(ResendInvitation, invitation, `A new link is on its way to ${email}.`)}
                    >
                      Send again<span className="sr-only">: {email}</span>
                    </button>
                  )}
                  {status === 'OPEN' && (
                    <button
                      type="button"
                      className="btn quiet small danger"
                      onClick={() => void act(RevokeInvitation, invitation, `The invitation of ${email} is taken back.`)}
                    >
                      Take back<span className="sr-only">: {email}</span>
                    </button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function stateOf({ status, expiresAt }: InvitationRowFragment, clock: Clock) {
  switch (status) {
    case 'OPEN':
      return `Waits, until ${dayOf(expiresAt, clock)}`
    case 'EXPIRED':
      return <span className="tag warn">Ran out {dayOf(expiresAt, clock)}</span>
    case 'ACCEPTED':
      return <span className="tag good">Accepted</span>
    case 'REVOKED':
      return <span className="tag">Taken back</span>
  }
}
