'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Confirm } from '../components/controls/Confirm.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import { capitalised, counted } from '../format/words.ts'
import type { RoleRowFragment } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { RemoveRole } from './roleOperations.ts'

interface RemoveRoleDialogProps {
  readonly role: RoleRowFragment
  /** Any other can take its place. */
  readonly roles: readonly RoleRowFragment[]
  readonly onClose: () => void
}

/** Removes a role of the company's own; its holders get another. */
export function RemoveRoleDialog({ role: { name, memberCount }, roles, onClose }: RemoveRoleDialogProps) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const id = useId()
  const [replaceBy, setReplaceBy] = useState('')
  return (
    <Confirm
      title={`Remove the role ${name}?`}
      text={
        memberCount === 0 ? (
          'Nobody holds it.'
        ) : (
          <>
            <label htmlFor={id}>{counted(memberCount, 'member holds', 'members hold')} it. They get instead:</label>
            <select id={id} className="select mt-2" value={replaceBy} onChange={(event) => setReplaceBy(event.target.value)}>
              <option value="">Choose a role</option>
              {roles
                .filter((each) => each.name !== name)
                .map((each) => (
                  <option key={each.name} value={each.name}>
                    {capitalised(each.name)}
                  </option>
                ))}
            </select>
          </>
        )
      }
      verb="Remove the role"
      send={() => withProof(() => command(RemoveRole, { input: { name, replaceBy: replaceBy || null } }))}
      onDone={() => {
        say(`The role ${name} is removed.`)
        router.refresh()
      }}
      onClose={onClose}
    />
  )
}
