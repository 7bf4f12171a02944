import { companyId, newId } from '@aems/drizzle/ids.ts'
import { type FreshDatabase, freshDatabase } from '@aems/drizzle/testing.ts'
import { subgraphExecutor } from '@aems/kit/execute.ts'
import type { SessionChange } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { membershipData } from '../data/memberships.ts'
import { userData } from '../data/users.ts'
import { hashPassword } from '../passwords.ts'
import { type AuthOptions, createSubgraph } from '../subgraph.ts'

export const password = 'correct horse battery staple'
const passwordHash = hashPassword(password)

/** What came of one request. */
export interface Answer {
  readonly data: Record<string, unknown> | null
  readonly codes: readonly unknown[]
  readonly session: SessionChange
}

const grantSchema = z.object({ accessToken: z.string(), expiresAt: z.string() })

/** The token that a mutation gave. */
export const grantOf = ({ data }: Pick<Answer, 'data'>, field: string) => grantSchema.parse(data?.[field])

export interface Asking {
  /** A bearer token of whoever asks; `cookies`: from a browser. */
  readonly token?: string | undefined
  readonly cookies?: boolean
  /** Where they ask from. */
  readonly address?: string | undefined
}

/** The auth subgraph over a database of the test's own, with ways to fill it. */
export async function freshAuth(options: Partial<AuthOptions> = {}) {
  const fresh = await freshDatabase()
  return { fresh, ...authOver(fresh, options), ...filling(fresh) }
}

/** Another process on the same database. */
export function authOver(fresh: FreshDatabase, options: Partial<AuthOptions> = {}) {
  const faults: Error[] = []
  const subgraph = createSubgraph({ database: fresh.open('auth'), secret: fresh.secret, ...options })
  onTestFinished(() => subgraph.close())
  const execute = subgraphExecutor(subgraph, (fault) => void faults.push(fault))

  const run = async (
    viewer: Viewer | null,
    query: string,
    variables: Record<string, unknown>,
    cookies: boolean,
    address = '192.0.2.1',
  ): Promise<Answer> => {
    const session: SessionChange = { begin: null, end: false }
    const { data, errors } = await execute(
      { query, variables },
      {
        viewer,
        correlationId: 'test',
        session,
        client: { address, userAgent: 'test', keepsCookies: cookies },
        graph: { execute: () => Promise.reject(new Error('auth asks nobody')) },
      },
    )
    if (faults[0]) throw faults[0]
    return { data: data ?? null, codes: (errors ?? []).map((error) => error.extensions?.['code']), session }
  }

  /** Whom a token stands for, as the router learns it. */
  const viewerOf = async (token: string): Promise<Viewer | null> => {
    const { data } = await run(null, 'query ($token: String!) { viewer(accessToken: $token) }', { token }, false)
    const viewer = data?.['viewer'] as (Omit<Viewer, 'scopes'> & { scopes: string[] }) | null | undefined
    return viewer ? { ...viewer, scopes: new Set(viewer.scopes) } : null
  }

  const ask = async (
    query: string,
    variables: Record<string, unknown> = {},
    { token, cookies = false, address }: Asking = {},
  ): Promise<Answer> => run(token === undefined ? null : await viewerOf(token), query, variables, cookies, address)

  /** @returns the access token. */
  const signIn = async (email: string, secret = password): Promise<string> => {
    return grantOf(await ask(signInOperation, { input: { email, password: secret } }), 'signIn').accessToken
  }

  return { subgraph, ask, run, viewerOf, signIn }
}

export const signInOperation = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on SignedIn { accessToken expiresAt } ... on UserError { message path } }
}`

export function filling(fresh: FreshDatabase) {
  const database = fresh.open('auth')
  const users = userData(database)
  return {
    user: async (email: string, more: { mustChangePassword?: boolean; disabledAt?: Date } = {}): Promise<string> => {
      const user = await users.add({ id: newId(), email, name: 'Jo Example', passwordHash: await passwordHash, ...more })
      if (!user) throw new Error(`There is already a user ${email}.`)
      return user.id
    },
    /** A company with these members and their role. */
    company: async (key: string, members: Readonly<Record<string, string>> = {}): Promise<string> => {
      const id = companyId(key)
      await fresh.admin`insert into auth.companies ${fresh.admin({ id, key, name: key.toUpperCase(), currency: 'EUR', as_of: '2026-03-31' })}`
      for (const [userId, role] of Object.entries(members)) await membershipData(database).set(id, userId, [role])
      return id
    },
    /** What the audit log has, oldest first. */
    audited: async (): Promise<string[]> =>
      (await fresh.admin<{ action: string }[]>`select action from auth.audit_log order by at, id`).map(({ action }) => action),
  }
}
