'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormFault } from '../components/controls/Field.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import type { MemberRowFragment } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { type RoleChoice, RoleChoices } from './RoleChoices.tsx'
import { SetMemberRoles } from './userOperations.ts'

interface MemberRolesProps {
  readonly member: MemberRowFragment
  readonly roles: readonly RoleChoice[]
}

/** The roles that a member has, saved together. */
export function MemberRoles({ member, roles }: MemberRolesProps) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const [chosen, setChosen] = useState(member.roles)
  const [state, setState] = useState<{ sending: boolean; fault?: string }>({ sending: false })
  const changed = chosen.length !== member.roles.length || chosen.some((role) => !member.roles.includes(role))
  const save = async () => {
    setState({ sending: true })
    const { refused } = await withProof(() => command(SetMemberRoles, { input: { memberId: member.id, roles: [...chosen] } }))
    setState(refused ? { sending: false, fault: refused.message } : { sending: false })
    if (refused) return
    say(`${member.user.name} is now ${chosen.join(', ')}.`)
    router.refresh()
  }
  return (
    <div>
      <RoleChoices roles={roles} chosen={chosen} onChange={setChosen} />
      <FormFault message={state.fault} />
      {changed && (
        <div className="mt-3 flex gap-2">
          <button type="button" className="btn primary" disabled={state.sending} onClick={() => void save()}>
            Save roles
          </button>
          <button type="button" className="btn quiet" onClick={() => setChosen(member.roles)}>
            Undo
          </button>
        </div>
      )}
    </div>
  )
}
