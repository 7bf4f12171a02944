/** Whoever is signed in, as the explorer shows them. */
export interface Me {
  readonly user: { readonly name: string; readonly email: string }
  readonly company: { readonly name: string } | null
  /** Whether the one-time password must be replaced before anything else. */
  readonly mustChangePassword: boolean
}

interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string }[]
}

/** Headers that mark a request as the explorer's own: its session lives in cookies, and no other site can send it. */
export const headers = { 'content-type': 'application/json', 'x-aems-session': 'cookie', 'apollo-require-preflight': 'true' }

async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Result> {
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return response.json()
}

const meFields = 'user { name email } company { name } mustChangePassword'

/** Who is signed in; null: nobody. */
export async function whoAmI(): Promise<Me | null> {
  const { data } = await ask(`query WhoAmI { me { ${meFields} } }`)
  return (data?.['me'] as Me | null | undefined) ?? null
}

/** A sign-in whose password was right and that waits for a code. */
export interface Asked {
  readonly challenge: string
}

/** Signs in, or says that a code is asked for; gives the reason where it does not work. */
export async function signIn(email: string, password: string): Promise<Me | Asked | string> {
  const { data, errors } = await ask(
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { expiresAt } ... on SecondFactorAsked { challenge } ... on UserError { message } } }',
    { input: { email, password } },
  )
  const result = data?.['signIn'] as SignInResult
  return result?.challenge ? { challenge: result.challenge } : signedIn(result, errors)
}

/** Signs in with a code; gives the reason where it does not work. */
export async function finishSignIn(challenge: string, code: string): Promise<Me | string> {
  const { data, errors } = await ask(
    'mutation FinishSignIn($input: FinishSignInInput!) { finishSignIn(input: $input) { ... on SignedIn { expiresAt } ... on UserError { message } } }',
    { input: { challenge, code } },
  )
  return signedIn(data?.['finishSignIn'] as SignInResult, errors)
}

type SignInResult = { expiresAt?: string; challenge?: string; message?: string } | null | undefined

async function signedIn(result: SignInResult, errors: Result['errors']): Promise<Me | string> {
  // Rights are those that a request came with: who signed in is known from the next one on.
  const me = result?.expiresAt ? await whoAmI() : null
  return me ?? result?.message ?? errors?.[0]?.message ?? 'The graph did not answer. Try again in a moment.'
}

/** Replaces the password; gives the reason where it does not work. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<Me | string> {
  const { data, errors } = await ask(
    'mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { ... on PasswordChanged { __typename } ... on UserError { message } } }',
    { input: { currentPassword, newPassword } },
  )
  const result = data?.['changePassword'] as { message?: string } | null | undefined
  const me = result && !result.message ? await whoAmI() : null
  return me ?? result?.message ?? errors?.[0]?.message ?? 'The graph did not answer. Try again in a moment.'
}

export const signOut = (): Promise<Result> => ask('mutation SignOut { signOut }')
