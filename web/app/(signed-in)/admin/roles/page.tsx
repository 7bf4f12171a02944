import type { Metadata } from 'next'
import { AdminShell } from '../../../../admin/AdminShell.tsx'
import { RoleList } from '../../../../admin/RoleList.tsx'
import { RolesPage } from '../../../../admin/roleOperations.ts'
import { Refused } from '../../../../components/shell/Refused.tsx'
import { counted } from '../../../../format/words.ts'
import { query } from '../../../../graph/server.ts'

export const metadata: Metadata = { title: 'Roles' }

export default async function Page() {
  const { data, faults } = await query(RolesPage, {})
  if (!data?.me || !data.roles || !data.scopes) return <Refused faults={faults} current="Admin" />
  const own = data.roles.filter(({ isOwn }) => isOwn).length
  return (
    <AdminShell
      me={data.me}
      current="Roles"
      lede={`${counted(data.roles.length - own, 'role comes', 'roles come')} with the product; ${own === 0 ? 'none is' : counted(own, 'is', 'are')} the company's own.`}
    >
      <RoleList roles={data.roles} scopes={data.scopes} mayChange={data.me.scopes.includes('roles:manage')} />
    </AdminShell>
  )
}
