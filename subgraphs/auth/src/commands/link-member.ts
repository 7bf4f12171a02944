import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { GraphClient, SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { changeOf, noSuchMember, recordIn } from './administration.ts'
import { requireProof } from './prove-identity.ts'

export interface Links {
  readonly memberId: string
  readonly employeeId: string | null
  readonly salesPersonId: string | null
}

/**
 * Says which employee and which sales person a member of the viewer's company is: which rows they see follows from that.
 * @throws Refusal where the viewer can't see whom they name, or would say it of themselves without being an owner.
 */
export async function linkMember(
  parts: Parts,
  request: SubgraphRequest,
  viewer: Viewer,
  { memberId, ...links }: Links,
): Promise<{ memberId: string }> {
  await requireProof(parts, viewer)
  const change = changeOf(viewer, memberId)
  if (change.userId === viewer.user.id && !viewer.roles.includes('owner')) {
    throw new Refusal('Whom you are in the data, another administrator says.', ['input', 'memberId'])
  }
  await Promise.all([
    requireSeen(request.graph, 'employee', links.employeeId),
    requireSeen(request.graph, 'salesPerson', links.salesPersonId),
  ])
  if (!(await parts.memberChanges.link(change, links))) throw noSuchMember()
  await recordIn(parts, request, viewer, 'member-linked', { memberId: change.userId, ...links })
  return { memberId: change.userId }
}

const foundSchema = z.record(z.string(), z.object({ id: z.string() }).nullable())

/** The noun's own domain says whether it is there, as it would tell the viewer. */
export async function requireSeen(graph: GraphClient, noun: 'employee' | 'salesPerson', id: string | null): Promise<void> {
  if (id === null) return
  const called = noun === 'employee' ? 'employee' : 'sales person'
  const path = ['input', `${noun}Id`]
  if (!isId(id)) throw new Refusal(`There is no such ${called}.`, path, 'reference')
  const { data, errors } = await graph.execute(`query ($id: ID!) { ${noun}(id: $id) { id } }`, { id })
  if (errors?.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN')) {
    throw new Refusal(`You can not see any ${called}, and so not name one. An owner can.`, path)
  }
  const found = foundSchema.safeParse(data)
  if (!found.success)
    throw new Refusal(`Whether there is such a ${called} can not be told just now. Try again in a moment.`, path)
  if (!found.data[noun]) throw new Refusal(`There is no such ${called}.`, path, 'reference')
}
