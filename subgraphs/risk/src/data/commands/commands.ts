import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { commands, outbox } from '@aems/drizzle/risk/tables.ts'
import { runningCommands } from '@aems/kit/commands.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type * as graph from '../../graph.generated.ts'
import { closeFinding, fileReturn, raiseFinding, testControl } from './controls.ts'
import { recordIncident, resolveIncident } from './incidents.ts'
import { acceptRisk, assessRisk, closeRisk, registerRisk, treatRisk } from './risks.ts'

/** What a viewer can have done. Each gives the id of what was changed. @throws Refusal */
export interface RiskCommands {
  registerRisk(input: graph.RegisterRiskInput): Promise<string>
  assessRisk(input: graph.AssessRiskInput): Promise<string>
  treatRisk(input: graph.TreatRiskInput): Promise<string>
  acceptRisk(input: graph.AcceptRiskInput): Promise<string>
  closeRisk(input: graph.CloseRiskInput): Promise<string>
  recordIncident(input: graph.RecordIncidentInput): Promise<string>
  resolveIncident(input: graph.ResolveIncidentInput): Promise<string>
  testControl(input: graph.TestControlInput): Promise<string>
  raiseFinding(input: graph.RaiseFindingInput): Promise<string>
  closeFinding(input: graph.CloseFindingInput): Promise<string>
  fileReturn(input: graph.FileReturnInput): Promise<string>
}

export function riskCommands(database: DomainDatabase, viewer: Viewer): RiskCommands {
  const run = runningCommands(database, { commands, outbox }, viewer)
  return {
    registerRisk: (input) => registerRisk(run, viewer, input),
    assessRisk: (input) => assessRisk(run, viewer, input),
    treatRisk: (input) => treatRisk(run, viewer, input),
    acceptRisk: (input) => acceptRisk(run, viewer, input),
    closeRisk: (input) => closeRisk(run, viewer, input),
    recordIncident: (input) => recordIncident(run, viewer, input),
    resolveIncident: (input) => resolveIncident(run, viewer, input),
    testControl: (input) => testControl(run, viewer, input),
    raiseFinding: (input) => raiseFinding(run, viewer, input),
    closeFinding: (input) => closeFinding(run, viewer, input),
    fileReturn: (input) => fileReturn(run, viewer, input),
  }
}
