import { openParts } from '../parts.ts'
import type { freshAuth } from './asking.ts'

/** The letters that were written, and the links in them. */
export function mailbox({ fresh }: Pick<Awaited<ReturnType<typeof freshAuth>>, 'fresh'>) {
  const { mails, post } = openParts(fresh.open('auth'), fresh.secret)
  const letters = async () =>
    (await mails.latest(100))
      .reverse()
      .map((mail) => ({ to: mail.recipient, subject: mail.subject, text: post.read(mail)?.text ?? '' }))
  return {
    letters,
    /** The token of the last link that was written to someone. */
    tokenTo: async (email: string): Promise<string> => {
      const written = (await letters()).filter(({ to, text }) => to === email && text.includes('#'))
      return /#([\w-]{43})\b/.exec(written.at(-1)?.text ?? '')?.[1] ?? ''
    },
  }
}
