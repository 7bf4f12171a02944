import type { Letter } from './letter.ts'

// What identity writes to people. Names are as their owners gave them; links carry their token after #, which browsers keep
// to themselves: no server's log has it.

const notYou = 'If it was not you, reset your password on the sign-in page and tell your administrator.'

/** For someone who forgot their password. */
export const resetLetter = (name: string, url: string, minutes: number): Letter => ({
  subject: 'Reset your password',
  paragraphs: [
    `Hello ${name}, somebody, hopefully you, asked to reset your password.`,
    `The link works once, within ${minutes} minutes. If you did not ask for it, do nothing: your password stays as it is.`,
  ],
  link: { label: 'Choose a new password', url },
})

/** For someone at whose account too many passwords were tried. */
export const attemptsLetter = (name: string, address: string): Letter => ({
  subject: 'Somebody tries to sign in as you',
  paragraphs: [
    `Hello ${name}, several wrong passwords were given for your account${address ? `, the last one from ${address}` : ''}. For a while no password is looked at; each further wrong one makes that longer.`,
    'If it was you, wait a minute and try again, or reset your password on the sign-in page. If not, your password has kept them out; choose a better one if it is short or used elsewhere.',
  ],
})

/** For someone at whose second factor too many codes were tried: whoever does has the password. */
export const codesLetter = (name: string, address: string): Letter => ({
  subject: 'Somebody knows your password',
  paragraphs: [
    `Hello ${name}, your right password was given${address ? ` from ${address}` : ''}, and then several wrong codes of your second factor.`,
    'If it was not you, change your password now.',
  ],
})

/** For someone whose second factor an administrator took away. */
export const secondFactorResetLetter = (name: string, by: string): Letter => ({
  subject: 'Your second factor was taken away',
  paragraphs: [
    `Hello ${name}, ${by} took your second factor away, as for someone who has lost it, and your sessions were ended. Your password alone signs you in now.`,
    'Set up another one in your security settings. If you did not ask for it, change your password and ask them why.',
  ],
})

/** For someone who is invited into a company. */
export const invitationLetter = (inviter: string, company: string, url: string, days: number): Letter => ({
  subject: `${inviter} invites you to ${company}`,
  paragraphs: [
    `Hello, ${inviter} invites you to ${company} on A-EMS, where its figures can be asked anything.`,
    `The link works once, within ${days} days. If you did not expect it, do nothing.`,
  ],
  link: { label: 'Accept the invitation', url },
})

/** For someone who asked for an account. */
export const registerLetter = (url: string, hours: number): Letter => ({
  subject: 'Finish your registration',
  paragraphs: [
    'Hello, somebody, hopefully you, asked for an A-EMS account with this address.',
    `The link works once, within ${hours} hours. If you did not ask for it, do nothing: there will be no account.`,
  ],
  link: { label: 'Make the account', url },
})

/** For someone who asked for an account and has one. */
export const alreadyRegisteredLetter = (name: string, url: string): Letter => ({
  subject: 'You have an account already',
  paragraphs: [
    `Hello ${name}, somebody, hopefully you, asked for an A-EMS account with this address, and there is one.`,
    'Sign in to it, or reset its password there. If you did not ask, do nothing.',
  ],
  link: { label: 'Sign in', url },
})

/** For someone who is to prove that mail reaches them. */
export const verifyLetter = (name: string, url: string, hours: number): Letter => ({
  subject: 'Is this your address?',
  paragraphs: [
    `Hello ${name}, follow the link to sign in with this address from now on.`,
    `The link works once, within ${hours} hours. If you did not ask for it, do nothing.`,
  ],
  link: { label: 'This is my address', url },
})

/** For someone whose account is to have another address. */
export const emailChangeLetter = (name: string, email: string): Letter => ({
  subject: 'Your e-mail is about to change',
  paragraphs: [`Hello ${name}, your account is to sign in as ${email} once a link that was mailed there is followed.`, notYou],
})

/** For someone who has a new passkey. */
export const passkeyAddedLetter = (name: string, passkey: string): Letter => ({
  subject: 'A passkey was added',
  paragraphs: [
    `Hello ${name}, the passkey “${passkey}” was added to your account. It signs you in by itself.`,
    'If it was not you, remove it in your security settings, change your password and tell your administrator.',
  ],
})

/** For someone who has a passkey less. */
export const passkeyRemovedLetter = (name: string): Letter => ({
  subject: 'A passkey was removed',
  paragraphs: [`Hello ${name}, a passkey was removed from your account; it signs nobody in any more.`, notYou],
})

/** For someone whom a provider signs in from now on. */
export const providerLinkedLetter = (name: string, issuer: string): Letter => ({
  subject: 'Another way to sign in was linked',
  paragraphs: [
    `Hello ${name}, your account at ${issuer} was linked and signs you in here.`,
    'If it was not you, unlink it in your security settings, change your password and tell your administrator.',
  ],
})

/** For someone whom a provider signs in no more. */
export const providerUnlinkedLetter = (name: string): Letter => ({
  subject: 'A way to sign in was unlinked',
  paragraphs: [`Hello ${name}, an account at an identity provider was unlinked and signs you in here no more.`, notYou],
})

/** For someone whose password was replaced. */
export const passwordChangedLetter = (name: string): Letter => ({
  subject: 'Your password was changed',
  paragraphs: [`Hello ${name}, your password was changed just now, and your other sessions were ended.`, notYou],
})

/** For whoever reads the audit log of a company, where they should look at something. */
export const alertLetter = (name: string, says: string): Letter => ({
  subject: 'Something in your company to look at',
  paragraphs: [
    `Hello ${name}, ${says}`,
    'The audit log has what happened before and after. Where it was nobody you know, end their sessions or suspend them.',
  ],
})
