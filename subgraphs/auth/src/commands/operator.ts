import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@aems/kit/refusal.ts'

/** Whoever holds the operator key may act on anyone's behalf; null where the server has none, as away from an embedded one. */
export type OperatorKey = string | null

/** @throws Refusal where the key is not the server's, or the server has none. */
export function requireOperator(expected: OperatorKey, given: string): void {
  if (expected === null) {
    throw new Refusal("This server has no operator key: nobody acts on another's behalf here. Sign in with e-mail and password.")
  }
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(expected), digest(given))) {
    throw new Refusal(
      'That is not the operator key of this server. It stands in the data folder that the server was started on.',
      ['input', 'operatorKey'],
    )
  }
}
