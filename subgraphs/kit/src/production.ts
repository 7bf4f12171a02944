import { EnvironmentError } from './environment.ts'

/** What a start in production refuses unless it is allowed by name. */
export const allowances = ['plaintext', 'weak-secret', 'open-registration'] as const

export type Allowance = (typeof allowances)[number]

export interface Start {
  readonly secret?: string | undefined
  /** Addresses that the program will reach, by the names of their settings. */
  readonly urls: Readonly<Record<string, string | undefined>>
  readonly registration?: string
  /** What AEMS_ALLOW names. */
  readonly allowed: readonly Allowance[]
}

/**
 * Refuses to start in production with what would give the company's data away: words in plain text on a hop that leaves the
 * machine, a secret that can be guessed, an account for anyone who asks.
 * @throws EnvironmentError naming each setting, and what allows it all the same.
 */
export function requireSafe({ secret, urls, registration, allowed }: Start, mode = process.env['NODE_ENV']): void {
  if (mode !== 'production') return
  const found: [Allowance, string][] = Object.entries(urls).flatMap(([name, url]) =>
    url !== undefined && isPlaintext(url)
      ? [
          [
            'plaintext',
            `${name} leads off this machine in plain text: use https, or ?sslmode=verify-full for a database`,
          ] as const,
        ]
      : [],
  )
  if (secret !== undefined && isWeak(secret))
    found.push(['weak-secret', 'AEMS_SECRET can be guessed: openssl rand -base64 32 makes one that can not'])
  if (registration === 'open') found.push(['open-registration', 'AEMS_REGISTRATION is open: anyone gets an account'])
  const refused = found.filter(([name]) => !allowed.includes(name))
  if (refused.length === 0) return
  throw new EnvironmentError(
    `This is not safe in production:\n${refused.map(([name, what]) => `${what}. To allow it all the same: AEMS_ALLOW=${name}`).join('\n')}`,
  )
}

function isPlaintext(url: string): boolean {
  const { protocol, hostname, searchParams } = new URL(url)
  if (/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|)$/.test(hostname)) return false
  if (protocol.startsWith('postgres')) return searchParams.get('sslmode') !== 'verify-full'
  return protocol !== 'https:' && protocol !== 'smtps:'
}

/** Made by hand: with few different characters, or with words in it that stand in examples. */
const isWeak = (secret: string): boolean =>
  new Set(secret).size < 12 || /secret|passw|change.?me|example|a-ems|1234/i.test(secret)
