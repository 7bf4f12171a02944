import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { normalized } from './domain/password.ts'

/** argon2id as OWASP has it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** Each takes a core and 19 MiB for some 30 ms; more at once would slow everything else down. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The hash by which a password can be told again; it can't be turned back. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normalized(password), cost))

/** A hash that no password has, so that an unknown person costs as much work as a wrong password. */
let nobody: Promise<string> | null = null

/** Whether it is the password; `passwordHash` null: of someone who is not there, which takes as long and is never true. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('base64url'))
  const compared = passwordHash ?? (await nobody)
  const same = await inTurn(() => verify(compared, normalized(password)))
  return same && passwordHash !== null
}

/** Random letters and digits that can't be mistaken for each other, five bits each. */
export function legible(length: number): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')
}

/** A password to hand over once: 120 bits. */
export function oneTimePassword(): string {
  return legible(24).replaceAll(/(.{6})(?!$)/g, '$1-')
}
