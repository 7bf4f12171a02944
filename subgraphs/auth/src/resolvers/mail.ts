import { forbidden } from '@aems/kit/errors.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { type Context, isOperator, signedIn } from '../context.ts'
import type { MailRow } from '../data/mails.ts'
import type { MailResolvers, QueryResolvers } from '../graph.generated.ts'

const shown = 100

/** What was written to people, for whoever set the server up. */
export const outbox: Serving<QueryResolvers, object>['outbox'] = async (_, __, context: Context) => {
  if (!(await isOperator(context, signedIn(context)))) {
    throw forbidden('The outbox is read by whoever set this server up, its first user: links in it sign people in.')
  }
  return context.parts.mails.latest(shown)
}

export const Mail: Serving<MailResolvers, MailRow> = {
  to: ({ recipient }) => recipient,
  status: ({ status }) => statuses[status],
  queuedAt: ({ queuedAt }) => queuedAt.toISOString(),
  sentAt: ({ sentAt }) => sentAt?.toISOString() ?? null,
  // Away from an embedded server whoever set it up has no operator key, and no business with other people's links.
  text: (mail, _, { parts, operatorKey }) => (operatorKey === null ? null : (parts.post.read(mail)?.text ?? null)),
}

const statuses = { waiting: 'WAITING', sent: 'SENT', failed: 'FAILED' } as const
