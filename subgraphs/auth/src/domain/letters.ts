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

/** For someone whose password was replaced. */
export const passwordChangedLetter = (name: string): Letter => ({
  subject: 'Your password was changed',
  paragraphs: [`Hello ${name}, your password was changed just now, and your other sessions were ended.`, notYou],
})
