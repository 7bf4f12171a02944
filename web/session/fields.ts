import { z } from 'zod'

/** A password that is chosen. The graph refuses common ones and those that hold a name besides. */
export const newPassword = z
  .string()
  .min(15, 'Use 15 to 128 characters. A few words in a row are good.')
  .max(128, 'Use 128 characters at most.')

export const emailAddress = z.email('Enter an e-mail address, such as ada@example.com.')

/** What people are called. */
export const personName = z.string().trim().min(1, 'Enter the name that people call you by.').max(120)

/** Why a form that was reached without its link can do nothing. */
export const noToken = 'This address lacks what the link in the mail has. Open the link once more, whole.'
