'use client'
import { Fragment, useState } from 'react'
import { capitalised } from '../format/words.ts'
import type { RoleRowFragment, RolesPageQuery } from '../gql/graphql.ts'
import { RemoveRoleDialog } from './RemoveRoleDialog.tsx'
import { RoleDialog } from './RoleDialog.tsx'

/** Something that a role can allow. */
export type ScopeChoice = NonNullable<RolesPageQuery['scopes']>[number]

interface RoleListProps {
  readonly roles: readonly RoleRowFragment[]
  readonly scopes: readonly ScopeChoice[]
  readonly mayChange: boolean
}

type Editing = { readonly kind: 'new' } | { readonly kind: 'change' | 'remove'; readonly role: RoleRowFragment }

/** Roles and what they allow; the company's own are made, changed and removed here. */
export function RoleList({ roles, scopes, mayChange }: RoleListProps) {
  const [openName, setOpenName] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing>()
  const close = () => setEditing(undefined)
  return (
    <>
      <div className="tools">
        {mayChange && (
          <button type="button" className="btn primary push" onClick={() => setEditing({ kind: 'new' })}>
            Make a role
          </button>
        )}
      </div>
      <table className="table tall open-rows">
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col" className="n wide-only">
              Members
            </th>
            <th scope="col" className="n wide-only">
              Rights
            </th>
            <th scope="col" className="n">
              <span className="sr-only">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => {
            const open = role.name === openName
            return (
              <Fragment key={role.name}>
                <tr className={open ? 'open' : undefined}>
                  <th scope="row">
                    <span className="strong">{capitalised(role.name)}</span> {role.isOwn && <span className="tag">Own</span>}
                    <span className="meta">{role.description}</span>
                  </th>
                  <td className="n wide-only">{role.memberCount}</td>
                  <td className="n wide-only">{role.scopes.length}</td>
                  <td className="n">
                    <button
                      type="button"
                      className="btn quiet small"
                      aria-expanded={open}
                      aria-controls={open ? `role-${role.name}` : undefined}
                      onClick={() => setOpenName(open ? null : role.name)}
                    >
                      {open ? 'Close' : 'Open'}
                      <span className="sr-only"> {role.name}</span>
                    </button>
                  </td>
                </tr>
                {open && (
                  <tr className="detail" id={`role-${role.name}`}>
                    <td colSpan={4}>
                      <Rights role={role} scopes={scopes} />
                      {role.isOwn && mayChange && (
                        <div className="mt-4 flex flex-wrap gap-2">
                          <button type="button" className="btn" onClick={() => setEditing({ kind: 'change', role })}>
                            Change
                          </button>
                          <button type="button" className="btn danger" onClick={() => setEditing({ kind: 'remove', role })}>
                            Remove
                          </button>
                        </div>
                      )}
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
      {editing?.kind === 'new' && <RoleDialog before={null} scopes={scopes} onClose={close} />}
      {editing?.kind === 'change' && <RoleDialog before={editing.role} scopes={scopes} onClose={close} />}
      {editing?.kind === 'remove' && <RemoveRoleDialog role={editing.role} roles={roles} onClose={close} />}
    </>
  )
}

function Rights({ role, scopes }: { readonly role: RoleRowFragment; readonly scopes: readonly ScopeChoice[] }) {
  if (role.scopes.length === 0) return <p className="muted">By itself it allows nothing.</p>
  return (
    <ul className="rights">
      {scopes
        .filter(({ name }) => role.scopes.includes(name))
        .map(({ name, description }) => (
          <li key={name}>
            <code>{name}</code>
            <span className="meta">{description}</span>
          </li>
        ))}
    </ul>
  )
}
