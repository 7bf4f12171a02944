import { EnvironmentError } from '@aems/kit/environment.ts'
import { z } from 'zod'

/** What identity is told by its environment, in whichever process it runs. */
export const identityEnvironment = z.object({
  AEMS_WEB_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL like https://aems.example.com' })
    .optional()
    .describe(
      'The web application, as browsers reach it: links in mail lead there. Without it: http://localhost:3000, or where npm start serves it.',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a URL like smtps://user:password@mail.example.com' })
    .optional()
    .describe('The server that sends mail. Without it mail is kept in an outbox, which whoever set the server up reads.'),
  AEMS_REGISTRATION: z
    .enum(['open', 'invited', 'closed'], 'must be open, invited or closed')
    .default('invited')
    .describe('Who gets an account: anyone who has an e-mail address (open), those whom a company invites, or nobody new.'),
  AEMS_MASTER_KEY: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .pipe(z.array(z.string().min(32, 'must have at least 32 characters; openssl rand -base64 32 makes one')))
    .optional()
    .describe(
      'What wraps the keys that fields are encrypted with: keep it apart from backups of the database. To change it, put the new one before the old, with a comma, run npm run keys:rotate, and remove the old. Without it, it follows from AEMS_SECRET.',
    ),
  GOOGLE_CLIENT_ID: z.string().optional().describe('Lets people sign in by Google: the client id, and in'),
  GOOGLE_CLIENT_SECRET: z
    .string()
    .optional()
    .describe('its secret. Google sends browsers back to AEMS_WEB_URL/auth/oidc/callback; register that there.'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be a URL like https://login.example.com' })
    .optional()
    .describe('Lets people sign in by any provider that speaks OpenID Connect: its issuer, and the'),
  OIDC_CLIENT_ID: z.string().optional().describe('client id that it knows A-EMS by, with its'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('secret.'),
  OIDC_NAME: z.string().default('Single sign-on').describe('What people call that provider.'),
  MAIL_FROM: z.string().default('A-EMS <no-reply@localhost>').describe('Whom mail is from.'),
})

/** An identity provider, and how it knows us. */
const providerSchema = z.object({
  /** Its name in addresses. */
  id: z.string(),
  /** What people call it. */
  label: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
})

export type ProviderSettings = z.infer<typeof providerSchema>

/** What identity is set to; plain values, so that they can be sent to a process. */
export const identitySettingsSchema = z.object({
  /** Origin of the web application, as browsers reach it. */
  webUrl: z.string(),
  /** Null: mail stays in the outbox. */
  smtp: z.object({ url: z.string(), from: z.string() }).nullable(),
  /** Who gets an account. */
  registration: z.enum(['open', 'invited', 'closed']),
  /** What wraps data keys, the one to wrap with first; empty: what follows from the installation's secret. */
  masterKeys: z.array(z.string()),
  /** Who signs people in besides. */
  providers: z.array(providerSchema).readonly(),
})

export type IdentitySettings = z.infer<typeof identitySettingsSchema>

/** What identity is set to where nothing says otherwise. */
export const usualSettings: IdentitySettings = {
  webUrl: 'http://localhost:3000',
  smtp: null,
  registration: 'invited',
  masterKeys: [],
  providers: [],
}

/** @param webUrl where the web application is served, as far as whoever starts it knows. */
export function identitySettings(environment: z.infer<typeof identityEnvironment>, webUrl?: string): IdentitySettings {
  const { AEMS_WEB_URL: told, SMTP_URL: url, MAIL_FROM: from, AEMS_REGISTRATION: registration } = environment
  return {
    webUrl: new URL(told ?? webUrl ?? usualSettings.webUrl).origin,
    smtp: url === undefined ? null : { url, from },
    registration,
    masterKeys: environment.AEMS_MASTER_KEY ?? [],
    providers: providersIn(environment),
  }
}

/** @throws EnvironmentError where one is half described. */
function providersIn(environment: z.infer<typeof identityEnvironment>): ProviderSettings[] {
  const provider = (
    id: string,
    label: string,
    names: Readonly<Record<string, string | undefined>>,
    issuer: string | undefined,
  ) => {
    const [clientId, clientSecret] = Object.values(names)
    if (issuer && clientId && clientSecret) return [{ id, label, issuer, clientId, clientSecret }]
    const given = Object.values(names).some((value) => value !== undefined)
    if (given) throw new EnvironmentError(`A provider to sign in by needs all of: ${Object.keys(names).join(', ')}.`)
    return []
  }
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = environment
  return [
    ...provider('google', 'Google', { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET }, 'https://accounts.google.com'),
    ...provider('oidc', OIDC_NAME, { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ISSUER }, OIDC_ISSUER),
  ]
}
