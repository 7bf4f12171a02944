import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { type AccessTokens, accessTokens } from './access-tokens.ts'
import { type KeyTokens, keyTokens } from './api-key-tokens.ts'
import { type Authenticators, authenticatorsOf } from './authenticators.ts'
import { type Codes, codesOf } from './codes.ts'
import { type ApiKeys, apiKeyData } from './data/api-keys.ts'
import { type Audit, auditData } from './data/audit.ts'
import { type Challenges, challengeData } from './data/challenges.ts'
import { dataKeyData } from './data/data-keys.ts'
import { type Imports, importData } from './data/imports.ts'
import { type Invitations, invitationData } from './data/invitations.ts'
import { type LinkedAccounts, linkedAccountData } from './data/linked-accounts.ts'
import { type MailedTokens, mailedTokenData } from './data/mailed-tokens.ts'
import { type Mails, mailData } from './data/mails.ts'
import { type MemberChanges, memberChangeData } from './data/member-changes.ts'
import { type Memberships, membershipData } from './data/memberships.ts'
import { type Passkeys, passkeyData } from './data/passkeys.ts'
import { type Roles, roleData } from './data/roles.ts'
import { type SecondFactors, secondFactorData } from './data/second-factors.ts'
import { type Sessions, sessionData } from './data/sessions.ts'
import { signingKeyData } from './data/signing-keys.ts'
import { type Throttles, throttleData } from './data/throttles.ts'
import { type Users, userData } from './data/users.ts'
import { type IdentitySettings, usualSettings } from './environment.ts'
import { keyRing } from './key-ring.ts'
import { openPost, type Post } from './post.ts'
import { type ProviderTokens, providerTokensOf } from './provider-tokens.ts'
import { type Providers, providersOf } from './providers.ts'
import { type RefreshTokens, refreshTokens } from './refresh-tokens.ts'

/** What identity is made of, for as long as the subgraph runs. */
export interface Parts {
  readonly settings: IdentitySettings
  readonly users: Users
  readonly memberships: Memberships
  readonly memberChanges: MemberChanges
  readonly roles: Roles
  readonly apiKeys: ApiKeys
  readonly keyTokens: KeyTokens
  readonly sessions: Sessions
  readonly secondFactors: SecondFactors
  readonly challenges: Challenges
  readonly codes: Codes
  readonly mails: Mails
  readonly mailedTokens: MailedTokens
  readonly post: Post
  readonly linkedAccounts: LinkedAccounts
  readonly providerTokens: ProviderTokens
  readonly providers: Providers
  readonly passkeys: Passkeys
  readonly authenticators: Authenticators
  readonly invitations: Invitations
  readonly throttles: Throttles
  readonly audit: Audit
  readonly imports: Imports
  readonly accessTokens: AccessTokens
  readonly refreshTokens: RefreshTokens
}

/** @param secret the installation's: what is sealed and signed here depends on it. */
export function openParts(database: DomainDatabase, secret: string, settings: IdentitySettings = usualSettings): Parts {
  const mails = mailData(database)
  const keys = keyRing(dataKeyData(database), secret, settings.masterKeys)
  const post = openPost(mails, secret, settings)
  const linkedAccounts = linkedAccountData(database)
  return {
    settings,
    users: userData(database),
    memberships: membershipData(database),
    memberChanges: memberChangeData(database),
    roles: roleData(database),
    apiKeys: apiKeyData(database),
    keyTokens: keyTokens(secret),
    sessions: sessionData(database),
    secondFactors: secondFactorData(database),
    challenges: challengeData(database),
    codes: codesOf(secret, keys),
    mails,
    mailedTokens: mailedTokenData(database),
    post,
    linkedAccounts,
    providerTokens: providerTokensOf(linkedAccounts, secret),
    providers: providersOf(settings),
    passkeys: passkeyData(database),
    authenticators: authenticatorsOf(settings.webUrl),
    invitations: invitationData(database),
    throttles: throttleData(database),
    audit: auditData(database, post),
    imports: importData(database),
    accessTokens: accessTokens(signingKeyData(database), secret),
    refreshTokens: refreshTokens(secret),
  }
}
