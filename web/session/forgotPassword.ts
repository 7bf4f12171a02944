'use server'
import { z } from 'zod'
import { act } from '../graph/server.ts'
import { ForgotPassword } from './operations.ts'

/** How asking for a link went; whether anyone has the address is never told. */
export interface Forgotten {
  readonly email?: string
  readonly sentTo: string | null
  readonly faults: Readonly<Partial<Record<'email' | 'form', string>>>
}

/** Has a link to a new password mailed. */
export async function forgotPassword(_before: Forgotten, form: FormData): Promise<Forgotten> {
  const given = String(form.get('email') ?? '').trim()
  const email = z.email().safeParse(given)
  if (!email.success)
    return { email: given, sentTo: null, faults: { email: 'Enter your e-mail address, such as ada@example.com.' } }
  const { data, faults } = await act(ForgotPassword, { input: { email: email.data } })
  if (data?.forgotPassword) return { email: given, sentTo: given, faults: {} }
  return { email: given, sentTo: null, faults: { form: faults[0]?.message ?? 'No mail was sent. Try again in a moment.' } }
}
