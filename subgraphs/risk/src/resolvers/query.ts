import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  riskMetrics: (_, { query }, { risk }) => risk.metrics.table(query),
  riskMembers: (_, asked, { risk }) => risk.metrics.members(asked),
  risk: (_, { id }, { risk }) => risk.risks.byId(id),
  risks: (_, { first, after, ...limits }, { risk }) => risk.risks.list(limits, { first, after }),
  riskAppetite: (_, _args, { risk }) => risk.appetite.all(),
  riskIndicators: (_, { where, period, state, ...page }, { risk }) =>
    risk.indicators.list({ where, period, state: state ?? 'ANY' }, page),
  lossSimulation: (_, { where, period }, { risk }) => risk.losses.simulation({ where, period }),
  incident: (_, { id }, { risk }) => risk.incidents.byId(id),
  incidents: (_, { first, after, ...limits }, { risk }) => risk.incidents.list(limits, { first, after }),
  framework: (_, { id }, { risk }) => risk.frameworks.byId(id),
  frameworks: (_, _args, { risk }) => risk.frameworks.all(),
  requirement: (_, { id }, { risk }) => risk.requirements.byId(id),
  requirements: (_, { where, period, state, search, ...page }, { risk }) =>
    risk.requirements.list({ where, period, state: state ?? 'ANY', search }, page),
  control: (_, { id }, { risk }) => risk.controls.byId(id),
  controls: (_, { first, after, ...limits }, { risk }) => risk.controls.list(limits, { first, after }),
  controlTests: (_, { where, period, state, ...page }, { risk }) =>
    risk.controlTests.list({ where, period, state: state ?? 'ANY' }, page),
  finding: (_, { id }, { risk }) => risk.findings.byId(id),
  findings: (_, { first, after, ...limits }, { risk }) => risk.findings.list(limits, { first, after }),
  filing: (_, { id }, { risk }) => risk.filings.byId(id),
  filings: (_, { first, after, ...limits }, { risk }) => risk.filings.list(limits, { first, after }),
}
