/** How many attempts are looked at, and how long none is after more. */
export interface Limit {
  /** So many are looked at before the first wait. */
  readonly free: number
  /** The first wait, in seconds; each further attempt waits twice as long as the one before. */
  readonly seconds: number
  /** The longest wait. */
  readonly longestSeconds: number
  /** After so long without an attempt, counting begins anew. */
  readonly forgottenSeconds: number
}

/** What attempts are counted by. */
export interface Throttle {
  readonly key: string
  readonly limit: Limit
}

const minute = 60
const hour = 60 * minute

const limits = {
  /** At one account: some thirty guesses a day at most, of the 100 that NIST SP 800-63B-4 allows in a row. */
  password: { free: 5, seconds: minute, longestSeconds: hour, forgottenSeconds: 24 * hour },
  /** From one address, which may be that of a whole office. */
  passwordFrom: { free: 30, seconds: minute, longestSeconds: hour, forgottenSeconds: hour },
  /** Mail to one person that anybody may ask for. */
  mail: { free: 3, seconds: 15 * minute, longestSeconds: 6 * hour, forgottenSeconds: 24 * hour },
  mailFrom: { free: 20, seconds: 15 * minute, longestSeconds: hour, forgottenSeconds: hour },
} as const satisfies Record<string, Limit>

/** Case and spaces around make no other account. */
const account = (email: string): string => email.trim().toLowerCase()

/** What the attempts at someone's password are counted by. */
export const passwordKey = (email: string): string => `password of ${account(email)}`

/** How often passwords are looked at: by where they come from, and by whose they would be. */
export const passwordThrottles = (email: string, address: string): Throttle[] => [
  ...from('password', address, limits.passwordFrom),
  { key: passwordKey(email), limit: limits.password },
]

/** How often mail is written that anybody may ask for. */
export const mailThrottles = (purpose: string, email: string, address: string): Throttle[] => [
  ...from(purpose, address, limits.mailFrom),
  { key: `${purpose} to ${account(email)}`, limit: limits.mail },
]

/** After how many attempts the owner of an account hears of them. */
export const passwordNotice = limits.password.free

/** Of this machine's own address nothing can be told: whatever stands before the router has it for everyone. */
const from = (what: string, address: string, limit: Limit): Throttle[] =>
  address === '' || isLoopback(address) ? [] : [{ key: `${what} from ${address}`, limit }]

const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address)
