import type { FirstUser } from './first-start.ts'

/** How to sign in, in a sentence or two. */
export function signInHint({ email, oneTimePassword, isNew }: FirstUser): string {
  if (!isNew) return `Sign in as ${email}, or as whoever you are.`
  return oneTimePassword === null
    ? `Sign in as ${email} with the password in AEMS_ADMIN_PASSWORD.`
    : `Sign in as ${email} with the one-time password ${oneTimePassword} (shown this once; you replace it at first sign-in).`
}
