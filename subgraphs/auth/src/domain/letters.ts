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

/** For someone whose password was replaced. */
export const passwordChangedLetter = (name: string): Letter => ({
  subject: 'Your password was changed',
  paragraphs: [`Hello ${name}, your password was changed just now, and your other sessions were ended.`, notYou],
})
