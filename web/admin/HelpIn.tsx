'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormFault } from '../components/controls/Field.tsx'
import { Icon } from '../components/controls/Icon.tsx'
import { Menu, MenuItem } from '../components/controls/Menu.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import type { MemberRowFragment } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { ResetMemberSecondFactor, UnlockMember } from './userOperations.ts'

/** What an administrator does for a member who cannot sign in. */
export function HelpIn({ member: { user, hasSecondFactor } }: { readonly member: MemberRowFragment }) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const [fault, setFault] = useState<string>()
  const act = async (mutation: typeof UnlockMember | typeof ResetMemberSecondFactor, said: string) => {
    const { refused } = await withProof(() => command(mutation, { input: { email: user.email } }))
    setFault(refused?.message)
    if (refused) return
    say(said)
    router.refresh()
  }
  return (
    <>
      <Menu
        label="Help them in"
        trigger={
          <button type="button" className="btn">
            Help them in
            <span className="sr-only">: {user.name}</span>
            <Icon name="down" />
          </button>
        }
      >
        <MenuItem onSelect={() => void act(UnlockMember, `${user.name} may try again.`)}>
          Forget their wrong passwords and codes
        </MenuItem>
        {hasSecondFactor && (
          <MenuItem onSelect={() => void act(ResetMemberSecondFactor, `${user.name} signs in by password alone for now.`)}>
            Take their second factor away
          </MenuItem>
        )}
      </Menu>
      <FormFault message={fault} />
    </>
  )
}
