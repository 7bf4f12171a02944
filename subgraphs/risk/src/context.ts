import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import { readingAs } from '@aems/kit/lists.ts'
import { admitting } from '@aems/kit/metrics/admission.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { type RiskCommands, riskCommands } from './data/commands/commands.ts'
import { type ControlTestData, controlTestData } from './data/control-tests.ts'
import { type ControlData, controlData } from './data/controls.ts'
import { type FilingData, filingData } from './data/filings.ts'
import { type FindingData, findingData } from './data/findings.ts'
import { type FrameworkData, frameworkData } from './data/frameworks.ts'
import { type IncidentData, incidentData } from './data/incidents.ts'
import { type LossData, lossData } from './data/losses.ts'
import { type MetricData, metricData } from './data/metrics.ts'
import { type RequirementData, requirementData } from './data/requirements.ts'
import { type RiskAppetiteData, riskAppetiteData } from './data/risk-appetite.ts'
import { type RiskAssessmentData, riskAssessmentData } from './data/risk-assessments.ts'
import { type RiskIndicatorData, riskIndicatorData } from './data/risk-indicators.ts'
import { type RiskData, riskData } from './data/risks.ts'
import { riskCatalogue } from './metrics/metrics.ts'

/** What resolvers work with, made anew for each request: look-ups share their batches within one. */
export interface Context {
  readonly viewer: Viewer | null
  /** The domain's data. @throws GraphError UNAUTHENTICATED where nobody is signed in. */
  readonly risk: RiskDomain
}

/** The domain's data as one viewer may see it. */
export interface RiskDomain {
  readonly metrics: MetricData
  readonly losses: LossData
  readonly risks: RiskData
  readonly assessments: RiskAssessmentData
  readonly appetite: RiskAppetiteData
  readonly indicators: RiskIndicatorData
  readonly incidents: IncidentData
  readonly frameworks: FrameworkData
  readonly requirements: RequirementData
  readonly controls: ControlData
  readonly controlTests: ControlTestData
  readonly findings: FindingData
  readonly filings: FilingData
  readonly commands: RiskCommands
}

function riskDomain(database: DomainDatabase, viewer: Viewer): RiskDomain {
  const read = readingAs(database, viewer)
  const admit = admitting(riskCatalogue, read, viewer)
  const losses = lossData(read, admit, viewer)
  return {
    metrics: metricData(database, viewer, losses),
    losses,
    risks: riskData(read, admit),
    assessments: riskAssessmentData(read),
    appetite: riskAppetiteData(read),
    indicators: riskIndicatorData(read, admit),
    incidents: incidentData(read, admit),
    frameworks: frameworkData(read),
    requirements: requirementData(read, admit, today(viewer.company)),
    controls: controlData(read, admit),
    controlTests: controlTestData(read, admit),
    findings: findingData(read, admit),
    filings: filingData(read, admit),
    commands: riskCommands(database, viewer),
  }
}

export function riskContext(database: DomainDatabase, { viewer }: SubgraphRequest): Context {
  let data: RiskDomain | undefined
  return {
    viewer,
    get risk() {
      if (!viewer) throw unauthenticated()
      data ??= riskDomain(database, viewer)
      return data
    },
  }
}
