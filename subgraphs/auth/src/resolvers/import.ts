import type { Serving } from '@aems/kit/serving.ts'
import { type Context, signedIn } from '../context.ts'
import type { ImportRow } from '../data/imports.ts'
import { isActing } from '../domain/session.ts'
import type { ImportResolvers } from '../graph.generated.ts'

/** An import that the viewer started, or one of their company where they may import; null where there is none. */
export async function mayRead(id: string, context: Context): Promise<ImportRow | null> {
  const viewer = signedIn(context)
  const { users, imports } = context.parts
  if (!uuid.test(id)) return null
  const companyId = viewer.scopes.has('import:write') ? viewer.company.id : null
  const user = await users.byId(viewer.user.id)
  // A one-time password opens nothing but its own replacement.
  if (user?.mustChangePassword && !isActing(viewer.sessionId)) return null
  return imports.byId(id, viewer.user.id, companyId)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const Import: Serving<ImportResolvers, ImportRow> = {
  __resolveReference: ({ id }, context) => mayRead(id, context),
}
