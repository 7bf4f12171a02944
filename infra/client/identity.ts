import { z } from 'zod'
import { CommandError } from '../command/run.ts'
import { send } from './http.ts'

/** Who a command acts as, and where. */
export interface Identity {
  /** E-mail and password of whoever signs in; null: the operator key acts on someone's behalf. */
  readonly credentials: { readonly email: string; readonly password: string } | null
  /** The key that the embedded server keeps in its data folder. */
  readonly operatorKey: string | null
  /** On whose behalf, by e-mail; null: the first user. */
  readonly as: string | null
  /** Key of the company; null: the only one, else the last used. */
  readonly company: string | null
}

interface Token {
  readonly text: string
  readonly expiresAt: number
}

const grantSchema = z.object({ accessToken: z.string(), expiresAt: z.string() })
const askedSchema = z.object({ challenge: z.string() })
const refusalSchema = z.object({ message: z.string() })

/** Tokens are renewed so long before they end. */
const marginMs = 15_000

/** Gives an access token that holds, whenever it is asked. */
export function tokenSource(url: string, identity: Identity): () => Promise<string> {
  let current: Promise<Token> | null = null
  return async () => {
    if (current && (await current).expiresAt - marginMs > Date.now()) return (await current).text
    current = grant(url, identity)
    return (await current).text
  }
}

async function grant(url: string, { credentials, operatorKey, as, company }: Identity): Promise<Token> {
  if (as === null && credentials) {
    const token = await signIn(url, credentials)
    return company === null ? token : switchCompany(url, token, company)
  }
  if (operatorKey === null) {
    throw new CommandError(
      as === null
        ? 'Say who you are: set AEMS_EMAIL and AEMS_PASSWORD. (Beside an embedded server the operator key in its data folder would do; there is none here.)'
        : '--as needs the operator key that an embedded server keeps in its data folder; there is none here. Sign in as that person instead: AEMS_EMAIL and AEMS_PASSWORD.',
    )
  }
  return actAs(url, { operatorKey, email: as, companyKey: company })
}

const signIn = (url: string, input: { email: string; password: string }): Promise<Token> =>
  granted(
    url,
    'signIn',
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken expiresAt } ... on SecondFactorAsked { challenge } ... on UserError { message } } }',
    input,
  )

const switchCompany = (url: string, token: Token, companyKey: string): Promise<Token> =>
  granted(
    url,
    'switchCompany',
    'mutation ($input: SwitchCompanyInput!) { switchCompany(input: $input) { ... on SignedIn { accessToken expiresAt } ... on UserError { message } } }',
    { companyKey },
    token.text,
  )

const actAs = (url: string, input: Readonly<Record<string, string | null>>): Promise<Token> =>
  granted(
    url,
    'actAs',
    'mutation ($input: ActAsInput!) { actAs(input: $input) { ... on ActingAs { accessToken expiresAt } ... on UserError { message } } }',
    input,
  )

async function granted(url: string, field: string, query: string, input: unknown, token?: string): Promise<Token> {
  const { data, errors } = await send(url, { query, variables: { input } }, token)
  if (errors[0]) throw new CommandError(errors[0].message)
  const result = data?.[field]
  const grant = grantSchema.safeParse(result)
  if (grant.success) return { text: grant.data.accessToken, expiresAt: Date.parse(grant.data.expiresAt) }
  if (askedSchema.safeParse(result).success) {
    throw new CommandError(
      'This account has a second factor, which the command line can not ask for. Use the operator key beside an embedded server, or an account without one.',
    )
  }
  const refusal = refusalSchema.safeParse(result)
  throw new CommandError(refusal.success ? refusal.data.message : `${url} gave no token.`)
}
