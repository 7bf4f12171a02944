import { orRefused, Refusal } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import { actAs } from '../commands/act-as.ts'
import { finishSignIn } from '../commands/finish-sign-in.ts'
import { importRows } from '../commands/import-rows.ts'
import { requireOperator } from '../commands/operator.ts'
import { proveIdentity } from '../commands/prove-identity.ts'
import { recordRefusals } from '../commands/record-refusals.ts'
import { refreshSession } from '../commands/refresh-session.ts'
import { rollBackImport } from '../commands/roll-back-import.ts'
import { signIn } from '../commands/sign-in.ts'
import { signOut } from '../commands/sign-out.ts'
import { switchCompany } from '../commands/switch-company.ts'
import { type Context, signedIn } from '../context.ts'
import type { ImportRowsInput, MutationResolvers, StartImportInput } from '../graph.generated.ts'
import { apiKeyMutations } from './api-key.ts'
import { mayRead } from './import.ts'
import { invitationMutations } from './invitation.ts'
import { memberMutations } from './member.ts'
import { passkeyMutations } from './passkey.ts'
import { passwordMutations } from './password.ts'
import { providerMutations } from './provider.ts'
import { registrationMutations } from './registration.ts'
import { roleMutations } from './role.ts'
import { secondFactorMutations } from './second-factor.ts'
import { sessionMutations } from './session.ts'
import { unlockMutations } from './unlock.ts'

/** The same whatever was wrong: also where no password is looked at for a while. */
const signInRefusal =
  'E-mail or password is wrong, or too many were. Check both and try again; after several tries wait a while, or reset your password.'

export const Mutation: Serving<MutationResolvers, object> = {
  refreshSession: (_, { refreshToken }, { parts, request }) => refreshSession(parts, refreshToken, request.correlationId),
  signIn: async (_, { input }, { parts, request }) => {
    const begun = await signIn(parts, request, input)
    if (begun) return 'challenge' in begun ? { __typename: 'SecondFactorAsked', ...begun } : { __typename: 'SignedIn', ...begun }
    return { __typename: 'SignInRefused', message: signInRefusal, path: ['input'] }
  },
  finishSignIn: (_, { input }, { parts, request }) =>
    orRefused(
      'FinishSignInRefused',
      finishSignIn(parts, request, input).then((begun) => ({ __typename: 'SignedIn' as const, ...begun })),
    ),
  proveIdentity: (_, { input }, context) =>
    orRefused(
      'ProveIdentityRefused',
      proveIdentity(context.parts, context.request, signedIn(context), input).then((proven) => ({
        __typename: 'IdentityProven' as const,
        ...proven,
      })),
    ),
  ...secondFactorMutations,
  ...sessionMutations,
  ...unlockMutations,
  ...memberMutations,
  ...roleMutations,
  ...apiKeyMutations,
  recordRefusals: async (_, input, context) => {
    await recordRefusals(context.parts, context.request, signedIn(context), input)
    return true
  },
  signOut: async (_, __, context) => {
    await signOut(context.parts, context.request, signedIn(context))
    return true
  },
  switchCompany: (_, { input }, context) =>
    orRefused(
      'SwitchCompanyRefused',
      switchCompany(context.parts, context.request, signedIn(context), input.companyKey).then((begun) => ({
        __typename: 'SignedIn' as const,
        ...begun,
      })),
    ),
  ...passwordMutations,
  ...providerMutations,
  ...passkeyMutations,
  ...registrationMutations,
  ...invitationMutations,
  actAs: (_, { input }, context) => orRefused('ActAsRefused', act(input, context)),
  startImport: (_, { input }, context) => orRefused('StartImportRefused', begin(input, context)),
  importRows: (_, { input }, context) => orRefused('StartImportRefused', push(input, context)),
  cancelImport: async (_, { id }, context) => {
    if (await mayRead(id, context)) await context.imports?.cancel(id)
    return mayRead(id, context)
  },
  rollBackImport: (_, { input }, context) => orRefused('RollBackImportRefused', takeBack(input.id, context)),
}

async function takeBack(id: string, context: Context) {
  const { parts, request, imports } = context
  const viewer = signedIn(context)
  if (!imports) throw new Refusal('This server does not import. Roll back beside the embedded server.')
  const imported = await mayRead(id, context)
  if (imported === null || imported.companyId !== viewer.company.id) {
    throw new Refusal('There is no such import into this company.', ['input', 'id'])
  }
  const begun = await rollBackImport(parts, imports, request, { userId: viewer.user.id, imported })
  if ('id' in begun) return { __typename: 'RollbackStarted' as const, ...begun }
  const message = `${begun.total} ${begun.total === 1 ? 'row was' : 'rows were'} written since; nothing was taken back.`
  return { __typename: 'ImportWrittenSince' as const, message, path: ['input', 'id'], ...begun }
}

async function push(input: ImportRowsInput, context: Context) {
  const { parts, request, imports } = context
  if (!imports) throw new Refusal('This server does not import: its domains have databases of their own.')
  return { __typename: 'Import' as const, ...(await importRows(parts, imports, request, signedIn(context), input)) }
}

interface ActInput {
  readonly operatorKey: string
  readonly email?: string | null | undefined
  readonly companyKey?: string | null | undefined
}

async function act(input: ActInput, { parts, request, operatorKey }: Context) {
  requireOperator(operatorKey, input.operatorKey)
  const acting = await actAs(parts, request, { email: input.email ?? null, companyKey: input.companyKey ?? null })
  return { __typename: 'ActingAs' as const, ...acting }
}

async function begin(input: StartImportInput, { request, operatorKey, imports }: Context) {
  requireOperator(operatorKey, input.operatorKey)
  if (!imports) throw new Refusal('This server does not import. Import beside the embedded server.')
  const { directory, companyKey, email, dryRun, replace } = input
  const id = await imports.start(request, {
    directory,
    companyKey: companyKey ?? null,
    email: email ?? null,
    dryRun: dryRun ?? false,
    replace: replace ?? false,
  })
  return { __typename: 'ImportStarted' as const, id }
}
