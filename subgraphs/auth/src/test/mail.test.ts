import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { rendered } from '../domain/letter.ts'
import { usualSettings } from '../environment.ts'
import { openParts } from '../parts.ts'
import { authOver, freshAuth } from './asking.ts'

/** A mail server on this machine; `refuse` gives the code that it refuses mail with. */
async function mailServer(refuse: () => number | null = () => null) {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        const responseCode = refuse()
        if (responseCode !== null) return done(Object.assign(new Error('not now'), { responseCode }))
        received.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { received, url: `smtp://127.0.0.1:${port}` }
}

async function withPost(url: string) {
  const { fresh } = await freshAuth()
  const settings = { ...usualSettings, smtp: { url, from: 'A-EMS <mail@acme.example>' } }
  const parts = openParts(fresh.open('auth'), fresh.secret, settings)
  onTestFinished(() => parts.post.close())
  const write = async (subject: string) => {
    await parts.mails.queue(parts.post.letter('jo@example.com', { subject, paragraphs: ['Hello <b>Jo</b>.'] }))
    parts.post.send()
  }
  const states = async () => (await parts.mails.latest(100)).map(({ status, attempts, fault }) => ({ status, attempts, fault }))
  return { fresh, parts, write, states }
}

test('mail is sent once it is committed, as text and as HTML, and its content is kept no longer', async () => {
  const { received, url } = await mailServer()
  const { write, states, parts } = await withPost(url)
  await write('Good news')
  await vi.waitFor(async () => expect(await states()).toEqual([{ status: 'sent', attempts: 1, fault: null }]), 5_000)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatch(
    /Subject: Good news[\s\S]*text\/plain[\s\S]*Hello <b>Jo<\/b>[\s\S]*text\/html[\s\S]*Hello =?\s*&lt;b&gt;Jo/,
  )
  expect((await parts.mails.latest(1))[0]?.contentSealed).toBeNull()
})

test('while the mail server is down mail is kept and tried again; what it refuses for good is not', async () => {
  let code: number | null = 451
  const { received, url } = await mailServer(() => code)
  const { fresh, parts, write, states } = await withPost(url)
  await write('Later')
  const waiting = { status: 'waiting', attempts: 1, fault: expect.stringContaining('not now') }
  await vi.waitFor(async () => expect(await states()).toEqual([waiting]), 5_000)
  code = null
  await fresh.admin`update auth.mails set next_attempt_at = now()`
  parts.post.send()
  await vi.waitFor(() => expect(received).toHaveLength(1), 5_000)
  code = 550
  await write('Never')
  await vi.waitFor(async () => expect((await states())[0]).toMatchObject({ status: 'failed', attempts: 1 }), 5_000)
  const { write: toNobody, states: unsent } = await withPost('smtp://127.0.0.1:1')
  await toNobody('Down')
  await vi.waitFor(async () => expect((await unsent())[0]?.fault).toContain('ECONNREFUSED'), 5_000)
  expect(await unsent()).toMatchObject([{ status: 'waiting', attempts: 1 }])
})

test('two processes send each mail once', async () => {
  const { received, url } = await mailServer()
  const { fresh, parts, write } = await withPost(url)
  const settings = { ...usualSettings, smtp: { url, from: 'mail@acme.example' } }
  const other = openParts(fresh.open('auth'), fresh.secret, settings)
  onTestFinished(() => other.post.close())
  await parts.mails.queue(
    ...Array.from({ length: 20 }, (_, n) => parts.post.letter('jo@example.com', { subject: `${n}`, paragraphs: [] })),
  )
  other.post.send()
  await write('last')
  await vi.waitFor(() => expect(received.length).toBeGreaterThanOrEqual(21), 10_000)
  const subjects = received.map((text) => /Subject: (.*)/.exec(text)?.[1])
  expect(new Set(subjects).size).toBe(subjects.length)
})

test('the outbox is read by whoever set the server up, and shows links only beside an embedded server', async () => {
  const { fresh, ask, signIn, user, company } = await freshAuth({ operatorKey: 'key' })
  const [first, other] = [await user('first@example.com'), await user('owner@example.com')]
  await company('acme', { [first]: 'viewer', [other]: 'owner' })
  const parts = openParts(fresh.open('auth'), fresh.secret)
  await parts.mails.queue(parts.post.letter('jo@example.com', { subject: 'Secret', paragraphs: ['The link.'] }))
  const outbox = '{ me { isOperator } outbox { to subject status text } }'
  const shown = { to: 'jo@example.com', subject: 'Secret', status: 'WAITING' }
  const { data } = await ask(outbox, {}, { token: await signIn('first@example.com') })
  expect(data).toEqual({ me: { isOperator: true }, outbox: [{ ...shown, text: expect.stringContaining('The link.') }] })
  expect((await ask(outbox, {}, { token: await signIn('owner@example.com') })).codes).toEqual(['FORBIDDEN'])
  const elsewhere = authOver(fresh)
  const { data: kept } = await elsewhere.ask(outbox, {}, { token: await elsewhere.signIn('first@example.com') })
  expect(kept?.['outbox']).toEqual([{ ...shown, text: null }])
})

test('what people are called is text in a letter, never markup', () => {
  const { html, text } = rendered({
    subject: '<script>',
    paragraphs: ['Hello "><img src=x onerror=alert(1)>.'],
    link: { label: 'a & b', url: 'https://a.example/?x="y"' },
  })
  expect(html).not.toMatch(/<img|<script|"y"/)
  expect(html).toContain('a &amp; b')
  expect(text).toContain('<img src=x')
})
