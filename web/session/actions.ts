'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { accessCookie, refreshCookie } from '../graph/cookies.ts'
import { act } from '../graph/server.ts'
import { ChangePassword, FinishSignIn, SignIn, SignOut, SwitchCompany } from './operations.ts'
import { safePath } from './safePath.ts'

/** What a form says about its fields after it was refused. What was typed stays, except passwords. */
export interface FormFaults {
  readonly email?: string
  /** Where the password was right and a code is asked for: what stands for the sign-in that was begun. */
  readonly challenge?: string
  /** By field; `form` where no single field is at fault. */
  readonly faults: Readonly<Partial<Record<'email' | 'password' | 'currentPassword' | 'newPassword' | 'code' | 'form', string>>>
}

/**
 * Signs in with e-mail and password, and a code where one is asked for, then goes on to `next`, which sees to one-time
 * passwords. Works as a plain form, too.
 */
export async function signIn(_before: FormFaults, form: FormData): Promise<FormFaults> {
  const challenge = field(form, 'challenge')
  if (challenge) return finishSignIn(challenge, form)
  const email = field(form, 'email').trim()
  const password = field(form, 'password')
  if (!email || !password) {
    return {
      email,
      faults: {
        ...(email ? {} : { email: 'Enter your e-mail address.' }),
        ...(password ? {} : { password: 'Enter your password.' }),
      },
    }
  }
  const { data, faults } = await act(SignIn, { input: { email, password } })
  const result = data?.signIn
  if (!result) return { email, faults: { form: faults[0]?.message ?? 'Signing in failed. Try again in a moment.' } }
  if (result.__typename === 'SignInRefused') return { email, faults: { password: result.message } }
  if (result.__typename === 'SecondFactorAsked') return { email, challenge: result.challenge, faults: {} }
  redirect(safePath(field(form, 'next')))
}

async function finishSignIn(challenge: string, form: FormData): Promise<FormFaults> {
  const [email, code] = [field(form, 'email'), field(form, 'code').trim()]
  if (!code) return { email, challenge, faults: { code: 'Enter the six digits of your app, or a backup code.' } }
  const { data, faults } = await act(FinishSignIn, { input: { challenge, code } })
  const result = data?.finishSignIn
  if (!result) return { email, challenge, faults: { form: faults[0]?.message ?? 'Signing in failed. Try again in a moment.' } }
  if (result.__typename === 'FinishSignInRefused') {
    if (result.path?.at(-1) !== 'code') return { email, faults: { form: result.message } }
    return { email, challenge, faults: { code: result.message } }
  }
  redirect(safePath(field(form, 'next')))
}

/** Ends the session, here even where the graph does not answer. */
export async function signOut(next = '/'): Promise<void> {
  await act(SignOut, {})
  const jar = await cookies()
  for (const name of [accessCookie, refreshCookie])
    jar.set({ name, value: '', maxAge: 0, path: '/', secure: true, httpOnly: true, sameSite: 'lax' })
  redirect(next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`)
}

/** Acts in another company from now on; filters of the old one mean nothing there. */
export async function switchCompany(companyKey: string): Promise<void> {
  await act(SwitchCompany, { input: { companyKey } })
  redirect('/')
}

/** Replaces the password, then goes on to `next`. */
export async function changePassword(_before: FormFaults, form: FormData): Promise<FormFaults> {
  const [currentPassword, newPassword] = [field(form, 'currentPassword'), field(form, 'newPassword')]
  if (!currentPassword) return { faults: { currentPassword: 'Enter the password that holds now.' } }
  if (newPassword.length < 15 || newPassword.length > 128)
    return { faults: { newPassword: 'Use 15 to 128 characters. A few words in a row are good.' } }
  const { data, faults } = await act(ChangePassword, { input: { currentPassword, newPassword } })
  const result = data?.changePassword
  if (!result) return { faults: { form: faults[0]?.message ?? 'The password was not changed. Try again in a moment.' } }
  if (result.__typename === 'ChangePasswordRefused') {
    const at = result.path?.at(-1)
    return { faults: { [at === 'currentPassword' || at === 'newPassword' ? at : 'form']: result.message } }
  }
  redirect(safePath(field(form, 'next')))
}

function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
