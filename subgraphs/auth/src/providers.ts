import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'
import type { IdentitySettings, ProviderSettings } from './environment.ts'

/** Somebody, as a provider knows them. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  /** Whether the provider says that mail to the address reaches them. */
  readonly emailVerified: boolean
  readonly name: string | null
}

/** What must be remembered while a browser is at a provider. */
export const flowSchema = z.object({ provider: z.string(), nonce: z.string(), codeVerifier: z.string() })

/** Identity providers, by OpenID Connect: code flow with PKCE, state and nonce (RFC 9700). */
export interface Providers {
  /** Null: there is none of that name. */
  known(id: string): ProviderSettings | null
  /** Where to send a browser to. @throws Error where the provider does not answer. */
  begin(provider: ProviderSettings): Promise<{ url: string; state: string; flow: z.infer<typeof flowSchema> }>
  /**
   * Who came back.
   * @param query what the provider sent the browser back with.
   * @throws ProviderRefusal where the provider, or the check of what it says, refuses.
   */
  finish(flow: z.infer<typeof flowSchema>, state: string, query: string): Promise<Identity>
}

/** Nobody came back: they changed their mind, or what came is not what was asked for. */
export class ProviderRefusal extends Error {
  override name = 'ProviderRefusal'
  readonly cancelled: boolean

  constructor(cancelled: boolean, cause?: unknown) {
    super('The provider signed nobody in.', { cause })
    this.cancelled = cancelled
  }
}

/** Where providers send browsers back to, on the web application's origin. */
const callbackPath = '/auth/oidc/callback'
const secondsToAnswer = 10

const claimsSchema = z.object({
  sub: z.string(),
  iss: z.string().optional(),
  email: z.string().optional(),
  // Some say so in words.
  email_verified: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).optional(),
  name: z.string().optional(),
})

export function providersOf({ providers, webUrl }: Pick<IdentitySettings, 'providers' | 'webUrl'>): Providers {
  const configurations = new Map<string, Promise<Configuration>>()
  const redirectUri = `${webUrl}${callbackPath}`
  const known = (id: string) => providers.find((provider) => provider.id === id) ?? null

  const configurationOf = (provider: ProviderSettings): Promise<Configuration> => {
    const kept = configurations.get(provider.id) ?? discover(provider)
    configurations.set(provider.id, kept)
    // One that did not answer is asked anew.
    kept.catch(() => configurations.delete(provider.id))
    return kept
  }

  return {
    known,
    begin: async (provider) => {
      const configuration = await configurationOf(provider)
      const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, state, flow: { provider: provider.id, nonce, codeVerifier } }
    },
    finish: async ({ provider: id, nonce, codeVerifier }, state, query) => {
      const provider = known(id)
      if (!provider) throw new ProviderRefusal(false)
      const configuration = await configurationOf(provider)
      const tokens = await authorizationCodeGrant(configuration, new URL(`${redirectUri}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      }).catch(refuse)
      const claims = claimsSchema.parse(tokens.claims())
      // The address of those who keep it out of the token.
      const told = claims.email === undefined ? await userInfo(configuration, tokens.access_token, claims.sub) : claims
      return {
        issuer: claims.iss ?? configuration.serverMetadata().issuer,
        subject: claims.sub,
        email: told.email ?? null,
        emailVerified: told.email_verified ?? false,
        name: told.name ?? claims.name ?? null,
      }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const url = new URL(issuer)
  // On this machine alone a provider is spoken to without TLS.
  const isHere = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return discovery(url, clientId, clientSecret, undefined, {
    timeout: secondsToAnswer,
    ...(isHere && { execute: [allowInsecureRequests] }),
  })
}

async function userInfo(configuration: Configuration, accessToken: string, subject: string) {
  return claimsSchema.parse(await fetchUserInfo(configuration, accessToken, subject).catch(refuse))
}

/** What the provider refuses, and what does not hold of what it says; that it does not answer is another thing. */
function refuse(error: unknown): never {
  if (error instanceof AuthorizationResponseError) throw new ProviderRefusal(error.error === 'access_denied', error)
  if (error instanceof ResponseBodyError || error instanceof ClientError) throw new ProviderRefusal(false, error)
  throw error
}
