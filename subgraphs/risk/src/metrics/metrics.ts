import {
  controls,
  filings,
  findings,
  frameworks,
  incidents,
  projectedEmployees,
  projectedOrgUnits,
  projectedProducts,
  requirements,
  risks,
} from '@aems/drizzle/risk/tables.ts'
import { defineCatalogue } from '@aems/kit/metrics/catalogue.ts'
import type { DimensionDefinition, MemberSource, MetricDefinition } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension, RiskMetric } from '../graph.generated.ts'
import * as ofControls from './controls.ts'
import { filingStatus } from './facts/filings.ts'
import { findingStatus } from './facts/findings.ts'
import * as ofFilings from './filings.ts'
import * as ofFindings from './findings.ts'
import * as ofIncidents from './incidents.ts'
import * as ofIndicators from './indicators.ts'
import * as ofLosses from './losses.ts'
import * as ofRequirements from './requirements.ts'
import * as ofRisks from './risks.ts'

const named = (table: typeof projectedEmployees | typeof projectedOrgUnits | typeof projectedProducts) =>
  ({
    kind: 'entity',
    members: [{ table, id: table.id, value: table.name, code: table.ref }],
    projectedAt: table.projectedAt,
  }) satisfies DimensionDefinition

const titled = (table: typeof risks | typeof controls | typeof requirements) =>
  ({ kind: 'entity', members: [{ table, id: table.id, value: table.title, code: table.ref }] }) satisfies DimensionDefinition

const value = (table: MemberSource['table'], column: MemberSource['value']) =>
  ({ kind: 'value', members: [{ table, value: column }] }) satisfies DimensionDefinition

const dimensions: Record<RiskDimension, DimensionDefinition> = {
  RISK_CATEGORY: value(risks, risks.category),
  RISK: titled(risks),
  RISK_LEVEL: { kind: 'value', members: [], all: ['critical', 'high', 'medium', 'low'] },
  OWNER: named(projectedEmployees),
  // A condition takes in all beneath; a split shows them as recorded.
  ORG_UNIT: {
    ...named(projectedOrgUnits),
    hierarchy: { table: projectedOrgUnits, id: projectedOrgUnits.id, parent: projectedOrgUnits.parentId },
  },
  TREATMENT: { kind: 'value', members: [], all: ['avoid', 'reduce', 'transfer', 'accept'] },
  FRAMEWORK: {
    kind: 'entity',
    members: [
      {
        table: frameworks,
        id: frameworks.id,
        value: sql`concat_ws(' ', ${frameworks.name}, ${frameworks.version})`,
        code: frameworks.ref,
      },
    ],
  },
  REQUIREMENT: {
    ...titled(requirements),
    hierarchy: { table: requirements, id: requirements.id, parent: requirements.parentId },
  },
  CONTROL_FAMILY: value(controls, controls.family),
  CONTROL: titled(controls),
  SEVERITY: { kind: 'value', members: [], all: ['critical', 'high', 'medium', 'low'] },
  INCIDENT_CATEGORY: value(incidents, incidents.category),
  PRODUCT: named(projectedProducts),
  CAUSE: value(incidents, incidents.cause),
  REGULATION: value(filings, filings.regulation),
  STATUS: {
    kind: 'value',
    members: [
      { table: risks, value: risks.status },
      { table: incidents, value: incidents.status },
      { table: controls, value: controls.status },
      { table: findings, value: findingStatus },
      { table: filings, value: filingStatus },
    ],
  },
}

const families = {
  ...ofRisks,
  ...ofLosses,
  ...ofIndicators,
  ...ofIncidents,
  ...ofRequirements,
  ...ofControls,
  ...ofFindings,
  ...ofFilings,
}

/** A metric that the SDL declares and that no family exports does not compile, nor does the reverse. */
const metrics: Record<RiskMetric, MetricDefinition<RiskDimension>> & Record<Exclude<keyof typeof families, RiskMetric>, never> =
  families

/** What risk can be asked. */
export const riskCatalogue = defineCatalogue<RiskMetric, RiskDimension>('risk', { metrics, dimensions })
