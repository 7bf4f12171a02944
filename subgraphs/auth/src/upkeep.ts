import type { Parts } from './parts.ts'

const everyMs = 60 * 60_000

/** Removes what says nothing any more, and replaces a signing key that is old, once an hour. @returns what ends it. */
export function keepTidy({ mails, throttles, accessTokens }: Pick<Parts, 'mails' | 'throttles' | 'accessTokens'>): () => void {
  // A database that does not answer is tidied the next time.
  const tidy = () => void Promise.all([mails.forgetOld(), throttles.forgetOld(), accessTokens.rotate()]).catch(() => {})
  const timer = setInterval(tidy, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
