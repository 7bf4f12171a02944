import { Refusal } from '@aems/kit/refusal.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AuditEntry } from '../data/audit.ts'
import type { Parts } from '../parts.ts'
import type { Request } from './begin-session.ts'
import { requireProof } from './prove-identity.ts'

const none = () => new Refusal('You have no second factor. Set one up with beginSecondFactor.')
const oneAlready = () => new Refusal('You have a second factor already. Remove it before you set up another.')

/**
 * Sets up a second factor; it is not asked for until a code confirms it.
 * @throws Refusal where there is one, or who asks has not proven who they are.
 */
export async function beginSecondFactor(parts: Parts, viewer: Viewer): Promise<{ secret: string; uri: string }> {
  await requireProof(parts, viewer)
  const { secret, uri, sealed } = await parts.codes.newSecret(viewer.user)
  if (!(await parts.secondFactors.begin(viewer.user.id, sealed))) throw oneAlready()
  return { secret, uri }
}

/**
 * Confirms a second factor by a code of it, and ends whatever began without it.
 * @returns backup codes.
 * @throws Refusal where the code is wrong, nothing waits for one, or who asks has not proven who they are.
 */
export async function confirmSecondFactor(parts: Parts, request: Request, viewer: Viewer, code: string) {
  await requireProof(parts, viewer)
  const { secondFactors, sessions, codes } = parts
  const userId = viewer.user.id
  const waiting = await secondFactors.ofUser(userId)
  if (!waiting) throw none()
  if (waiting.confirmedAt) throw oneAlready()
  const digits = code.replaceAll(/\s/g, '')
  const step = /^\d{6}$/.test(digits) ? await codes.stepOf(userId, waiting.secretSealed, digits) : null
  if (step === null) {
    throw new Refusal('That is not the code that your app shows now. Check the clock of its device, and try the next code.', [
      'input',
      'code',
    ])
  }
  const backup = codes.newBackupCodes(userId)
  if (!(await secondFactors.confirm(userId, waiting.secretSealed, step, backup.hashes))) throw oneAlready()
  await sessions.endOthers(userId, viewer.sessionId)
  await record(parts, request, viewer, 'second-factor-added')
  return { codes: backup.codes }
}

/** @throws Refusal where there is no second factor, or who asks has not proven who they are. */
export async function renewBackupCodes(parts: Parts, request: Request, viewer: Viewer) {
  await requireProof(parts, viewer)
  const { codes, hashes } = parts.codes.newBackupCodes(viewer.user.id)
  if (!(await parts.secondFactors.renewBackupCodes(viewer.user.id, hashes))) throw none()
  await record(parts, request, viewer, 'backup-codes-renewed')
  return { codes }
}

/** @throws Refusal where there is no second factor, or who asks has not proven who they are. */
export async function removeSecondFactor(parts: Parts, request: Request, viewer: Viewer): Promise<{ me: Viewer }> {
  await requireProof(parts, viewer)
  if (!(await parts.secondFactors.remove(viewer.user.id))) throw none()
  await parts.challenges.endOf(viewer.user.id)
  await record(parts, request, viewer, 'second-factor-removed')
  return { me: viewer }
}

const record = (
  { audit }: Pick<Parts, 'audit'>,
  { client, correlationId }: Request,
  { user }: Viewer,
  action: AuditEntry['action'],
): Promise<void> => audit.add({ action, userId: user.id, companyId: null, address: client.address, correlationId })
