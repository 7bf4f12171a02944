import { newId } from '@aems/drizzle/ids.ts'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { MailRow, Mails, QueuedMail } from './data/mails.ts'
import { type Letter, type RenderedLetter, rendered } from './domain/letter.ts'
import type { IdentitySettings } from './environment.ts'
import { keyFor, seal, unseal } from './sealing.ts'

/** Writes to people: letters are queued with what they tell of, and sent after it was committed. */
export interface Post {
  /** A letter, ready to be queued in a transaction. */
  letter(recipient: string, letter: Letter): QueuedMail
  /** Sends what is queued now rather than soon; to be called once it is committed. */
  send(): void
  /** Does what nobody must wait for, so that nobody learns from how long it takes whether there was anything to do. */
  behind(work: () => Promise<void>): void
  /** What a mail says; null where it is no longer kept, or a mail server was to send it. */
  read(mail: MailRow): RenderedLetter | null
  close(): Promise<void>
}

const pollMs = 10_000
/** So many at a time: a mail server that hangs holds up no more. */
const atOnce = 5
const timeoutMs = 20_000

const contentSchema = z.object({ text: z.string(), html: z.string() })

/** @param secret the installation's: what is queued is sealed with it. */
export function openPost(mails: Mails, secret: string, { smtp }: Pick<IdentitySettings, 'smtp'>): Post {
  const sealing = keyFor(secret, 'mail')
  const place = (id: string) => `mail ${id}`
  const transport = smtp && createTransport(connectionTo(smtp.url), { from: smtp.from })
  const open = ({ id, contentSealed }: MailRow): RenderedLetter | null =>
    contentSealed && contentSchema.parse(JSON.parse(unseal(contentSealed, sealing, place(id)).toString()))
  let under: Promise<void> | null = null
  let again = false
  let closed = false
  const pending = new Set<Promise<void>>()

  const deliver = async (mail: MailRow): Promise<void> => {
    const content = open(mail)
    if (!transport || !content) return mails.notSent(mail.id, 'Its content is no longer kept.', null)
    try {
      await transport.sendMail({ to: { name: '', address: mail.recipient }, subject: mail.subject, ...content })
      await mails.sent(mail.id)
    } catch (error) {
      const refused = z.object({ responseCode: z.number().min(500) }).safeParse(error).success
      await mails.notSent(mail.id, faultOf(error), refused ? null : secondsUntilRetry(mail.attempts))
    }
  }

  const deliverAll = async (): Promise<void> => {
    do {
      again = false
      for (let due = await mails.take(atOnce); due.length > 0 && !closed; due = await mails.take(atOnce))
        await Promise.all(due.map(deliver))
    } while (again && !closed)
  }

  const send = (): void => {
    if (!transport || closed) return
    again = true
    // A database that does not answer is asked again by the next poll.
    under ??= deliverAll()
      .catch(() => {})
      .finally(() => {
        under = null
      })
  }

  const timer = setInterval(send, pollMs)
  timer.unref()

  return {
    letter: (recipient, letter) => {
      const id = newId()
      const contentSealed = seal(Buffer.from(JSON.stringify(rendered(letter))), sealing, place(id))
      return { id, recipient, subject: letter.subject, contentSealed }
    },
    send,
    behind: (work) => {
      const done = work()
        .catch(() => {})
        .finally(() => pending.delete(done))
      pending.add(done)
    },
    read: (mail) => (transport ? null : open(mail)),
    close: async () => {
      closed = true
      clearInterval(timer)
      await Promise.all([...pending, under])
      transport?.close()
    },
  }
}

/** Half a minute, then twice as long each time, up to an hour. */
const secondsUntilRetry = (attempts: number): number => Math.min(30 * 2 ** Math.max(0, attempts - 1), 3_600)

const faultOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** Beyond this machine, mail and password go over TLS or not at all. */
function connectionTo(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return {
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !isHere,
    ...(isHere && { ignoreTLS: !secure }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  }
}
