import type { RouterContext } from '../context.ts'
import type { Source } from '../gateway/sources.ts'

/** Fields that viewers were refused, told to the audit log. */
export interface Refusals {
  note(context: RouterContext, field: string): void
  /** Tells what was noted and not told yet. */
  close(): Promise<void>
}

interface Noted {
  readonly context: RouterContext
  readonly fields: Set<string>
  count: number
}

/** Refusals of one viewer are told together, so that who asks a thousand times writes one entry a second. */
const gatheredMs = 1_000
const mostFields = 20

const telling = 'mutation ($fields: [String!]!, $count: Int!) { recordRefusals(fields: $fields, count: $count) }'

/** @param onFault is told where the audit log could not be written; whoever was refused is refused all the same. */
export function refusalsTo(auth: Source, onFault: (fault: unknown, correlationId: string) => void): Refusals {
  const noted = new Map<string, Noted>()
  let timer: NodeJS.Timeout | null = null
  const tell = async (): Promise<void> => {
    timer = null
    const all = [...noted.values()]
    noted.clear()
    await Promise.all(
      all
        .map(async ({ context, fields, count }) => {
          const variables = { fields: [...fields].slice(0, mostFields), count }
          const { errors } = await auth.fetch({ query: telling, variables }, context)
          if (errors?.[0]) throw new Error(errors[0].message)
        })
        .map((told, index) => told.catch((fault: unknown) => onFault(fault, all[index]?.context.correlationId ?? ''))),
    )
  }
  return {
    note: (context, field) => {
      if (!context.viewer) return
      const { sessionId } = context.viewer
      const known = noted.get(sessionId) ?? { context, fields: new Set(), count: 0 }
      known.fields.add(field)
      known.count += 1
      noted.set(sessionId, known)
      timer ??= setTimeout(() => void tell(), gatheredMs).unref()
    },
    close: async () => {
      if (timer) clearTimeout(timer)
      await tell()
    },
  }
}
