import { Refusal } from '@aems/kit/refusal.ts'
import { emailOf } from '../domain/email.ts'
import { passwordFault } from '../domain/password.ts'
import { longestName, nameOf } from '../domain/person.ts'

/** @throws Refusal where it can't be an e-mail address. */
export function checkedEmail(given: string): string {
  const email = emailOf(given)
  if (email !== null) return email
  throw new Refusal('That is not an e-mail address, such as jo@example.com.', ['input', 'email'], 'value')
}

/** @throws Refusal where nobody can be called so. */
export function checkedName(given: string): string {
  const name = nameOf(given)
  if (name !== null) return name
  throw new Refusal(`Say what people call you, in ${longestName} characters at most.`, ['input', 'name'], 'value')
}

/** @throws Refusal where the password will not do for its owner. */
export function requireFit(password: string, owner: { readonly name: string; readonly email: string }, field = 'password'): void {
  const fault = passwordFault(password, owner)
  if (fault !== null) throw new Refusal(fault, ['input', field], 'value')
}
