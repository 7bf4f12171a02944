import { additive, ratio } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { RiskDimension } from '../graph.generated.ts'
import { applyingRequirements, coveredRequirements, uncoveredRequirements } from './facts/requirements.ts'

const one = () => sql`1`

const covered = additive<RiskDimension>({ kind: 'sum', fact: coveredRequirements, value: one })
const applying = additive<RiskDimension>({ kind: 'sum', fact: applyingRequirements, value: one })

export const COMPLIANCE_COVERAGE = ratio({ of: covered, to: applying })

export const REQUIREMENTS_UNCOVERED = additive<RiskDimension>({ kind: 'sum', fact: uncoveredRequirements, value: one })
