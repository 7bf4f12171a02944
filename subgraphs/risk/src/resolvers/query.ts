import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  riskMetrics: (_, { query }, { risk }) => risk.metrics.table(query),
  riskMembers: (_, asked, { risk }) => risk.metrics.members(asked),
  risk: (_, { id }, { risk }) => risk.risks.byId(id),
  risks: (_, { first, after, ...limits }, { risk }) => risk.risks.list(limits, { first, after }),
  riskAppetite: (_, _args, { risk }) => risk.appetite.all(),
  riskIndicators: (_, { first, after, ...limits }, { risk }) => risk.indicators.list(limits, { first, after }),
  lossSimulation: (_, { where, period }, { risk }) => risk.losses.simulation({ where, period }),
  incident: (_, { id }, { risk }) => risk.incidents.byId(id),
  incidents: (_, { first, after, ...limits }, { risk }) => risk.incidents.list(limits, { first, after }),
  framework: (_, { id }, { risk }) => risk.frameworks.byId(id),
  frameworks: (_, _args, { risk }) => risk.frameworks.all(),
  requirement: (_, { id }, { risk }) => risk.requirements.byId(id),
  requirements: (_, { first, after, ...limits }, { risk }) => risk.requirements.list(limits, { first, after }),
  control: (_, { id }, { risk }) => risk.controls.byId(id),
  controls: (_, { first, after, ...limits }, { risk }) => risk.controls.list(limits, { first, after }),
  controlTests: (_, { first, after, ...limits }, { risk }) => risk.controlTests.list(limits, { first, after }),
  finding: (_, { id }, { risk }) => risk.findings.byId(id),
  findings: (_, { first, after, ...limits }, { risk }) => risk.findings.list(limits, { first, after }),
  filing: (_, { id }, { risk }) => risk.filings.byId(id),
  filings: (_, { first, after, ...limits }, { risk }) => risk.filings.list(limits, { first, after }),
}
