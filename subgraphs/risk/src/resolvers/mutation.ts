import { orRefused } from '@aems/kit/refusal.ts'
import type { Context } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What a refusal is called, by its kind. */
const refusals = { value: 'RiskValueRefused', reference: 'RiskReferenceRefused', state: 'RiskStateRefused' } as const

/** What was changed, as it is now; its id was given by the command that changed it. */
function changed<Name extends string, Row extends object>(
  name: Name,
  byId: (id: string) => Promise<Row | null>,
  command: Promise<string>,
) {
  const asNow = async (id: string) => {
    const found = await byId(id)
    if (found === null) throw new TypeError(`${name} ${id} is gone.`)
    return { __typename: name, ...found }
  }
  return orRefused(refusals, command.then(asNow))
}

const risk = ({ risk: { risks } }: Context, command: Promise<string>) => changed('Risk', risks.byId, command)
const incident = ({ risk: { incidents } }: Context, command: Promise<string>) => changed('Incident', incidents.byId, command)
const finding = ({ risk: { findings } }: Context, command: Promise<string>) => changed('Finding', findings.byId, command)

export const Mutation: Required<MutationResolvers> = {
  registerRisk: (_, { input }, context) => risk(context, context.risk.commands.registerRisk(input)),
  assessRisk: (_, { input }, context) => risk(context, context.risk.commands.assessRisk(input)),
  treatRisk: (_, { input }, context) => risk(context, context.risk.commands.treatRisk(input)),
  acceptRisk: (_, { input }, context) => risk(context, context.risk.commands.acceptRisk(input)),
  closeRisk: (_, { input }, context) => risk(context, context.risk.commands.closeRisk(input)),
  recordIncident: (_, { input }, context) => incident(context, context.risk.commands.recordIncident(input)),
  resolveIncident: (_, { input }, context) => incident(context, context.risk.commands.resolveIncident(input)),
  testControl: (_, { input }, { risk: { commands, controlTests } }) =>
    changed('ControlTest', controlTests.byId, commands.testControl(input)),
  raiseFinding: (_, { input }, context) => finding(context, context.risk.commands.raiseFinding(input)),
  closeFinding: (_, { input }, context) => finding(context, context.risk.commands.closeFinding(input)),
  fileReturn: (_, { input }, { risk: { commands, filings } }) => changed('Filing', filings.byId, commands.fileReturn(input)),
}
