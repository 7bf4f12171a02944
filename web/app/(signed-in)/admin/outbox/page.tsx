import type { Metadata } from 'next'
import { AdminShell } from '../../../../admin/AdminShell.tsx'
import { OutboxPage } from '../../../../admin/outboxOperations.ts'
import { Refused } from '../../../../components/shell/Refused.tsx'
import { clockOf } from '../../../../components/shell/Shell.tsx'
import { type Clock, moment } from '../../../../format/moment.ts'
import { counted } from '../../../../format/words.ts'
import type { OutboxPageQuery } from '../../../../gql/graphql.ts'
import { query } from '../../../../graph/server.ts'

export const metadata: Metadata = { title: 'Outbox' }

type Mail = NonNullable<OutboxPageQuery['outbox']>[number]

export default async function Page() {
  const { data, faults } = await query(OutboxPage, {})
  if (!data?.me || !data.outbox) return <Refused faults={faults} current="Admin" />
  const clock = clockOf(data.me)
  const failed = data.outbox.filter(({ status }) => status === 'FAILED').length
  return (
    <AdminShell
      me={data.me}
      current="Outbox"
      lede={failed > 0 ? `${counted(failed, 'mail was', 'mails were')} refused.` : 'What was written to people, newest first.'}
    >
      <div className="mt-4">
        {data.outbox.length === 0 && <p className="muted">Nothing was written to anyone yet.</p>}
        {data.outbox.map((mail) => (
          <MailItem key={mail.id} mail={mail} clock={clock} />
        ))}
      </div>
    </AdminShell>
  )
}

function MailItem({ mail, clock }: { readonly mail: Mail; readonly clock: Clock }) {
  return (
    <details className="mail">
      <summary>
        <span className="strong">{mail.subject}</span>
        <span className="meta">
          {mail.to} · {moment(mail.queuedAt, clock)} · <State mail={mail} clock={clock} />
        </span>
      </summary>
      {mail.fault && <p className="bad">{mail.fault}</p>}
      {mail.text ? <pre>{mail.text}</pre> : <p className="muted">A mail server has what it says.</p>}
    </details>
  )
}

function State({ mail: { status, sentAt, attempts }, clock }: { readonly mail: Mail; readonly clock: Clock }) {
  if (status === 'SENT') return sentAt ? <>sent {moment(sentAt, clock)}</> : <>sent</>
  const tried = attempts > 0 ? ` after ${counted(attempts, 'attempt', 'attempts')}` : ''
  return status === 'FAILED' ? <span className="tag bad">Refused{tried}</span> : <>waits{tried}</>
}
