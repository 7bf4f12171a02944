import { newId } from '@aems/drizzle/ids.ts'
import type { Answer, TestGraph } from '@aems/router/testing/graph.ts'
import { hashPassword } from '../passwords.ts'
import { grantOf, password, signInOperation } from './asking.ts'

/** Someone who has signed in with a password. */
export interface SignedInMember {
  readonly id: string
  readonly email: string
  ask(operation: string, variables?: Record<string, unknown>): Promise<Answer>
}

/** Makes people with a password and a role in a company, who have signed in: what they prove holds for security settings. */
export const membersOf =
  (graph: TestGraph, companyKey: string) =>
  async (role: string): Promise<SignedInMember> => {
    const { admin } = graph.database
    const id = newId()
    const email = `${id}@example.com`
    const { id: tenantId } = await graph.company(companyKey)
    await admin`insert into auth.users ${admin({ id, email, name: role, password_hash: await hashPassword(password) })}`
    await admin`insert into auth.memberships ${admin({ tenant_id: tenantId, user_id: id, roles: [role] })}`
    const { data } = await graph.send(signInOperation, { input: { email, password } }, { as: null })
    const { accessToken } = grantOf({ data: data ?? null }, 'signIn')
    return { id, email, ask: (operation, variables = {}) => askedWith(graph, accessToken)(operation, variables) }
  }

/** Asks with a bearer token: of a session, or a key. */
export const askedWith =
  (graph: TestGraph, token: string) =>
  (operation: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
    graph.send(operation, variables, { as: null, headers: { authorization: `Bearer ${token}` } })
