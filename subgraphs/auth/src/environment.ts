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
  MAIL_FROM: z.string().default('A-EMS <no-reply@localhost>').describe('Whom mail is from.'),
})

/** What identity is set to; plain values, so that they can be sent to a process. */
export const identitySettingsSchema = z.object({
  /** Origin of the web application, as browsers reach it. */
  webUrl: z.string(),
  /** Null: mail stays in the outbox. */
  smtp: z.object({ url: z.string(), from: z.string() }).nullable(),
  /** Who gets an account. */
  registration: z.enum(['open', 'invited', 'closed']),
})

export type IdentitySettings = z.infer<typeof identitySettingsSchema>

/** What identity is set to where nothing says otherwise. */
export const usualSettings: IdentitySettings = { webUrl: 'http://localhost:3000', smtp: null, registration: 'invited' }

/** @param webUrl where the web application is served, as far as whoever starts it knows. */
export function identitySettings(environment: z.infer<typeof identityEnvironment>, webUrl?: string): IdentitySettings {
  const { AEMS_WEB_URL: told, SMTP_URL: url, MAIL_FROM: from, AEMS_REGISTRATION: registration } = environment
  return {
    webUrl: new URL(told ?? webUrl ?? usualSettings.webUrl).origin,
    smtp: url === undefined ? null : { url, from },
    registration,
  }
}
