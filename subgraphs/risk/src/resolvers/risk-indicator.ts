import type { Serving } from '@aems/kit/serving.ts'
import type { RiskIndicatorRow } from '../data/risk-indicators.ts'
import { lightOf } from '../domain/light.ts'
import type { RiskIndicatorResolvers } from '../graph.generated.ts'
import { named } from './named.ts'

export const RiskIndicator: Serving<RiskIndicatorResolvers, RiskIndicatorRow> = {
  __resolveReference: ({ id }, { risk }) => risk.indicators.byId(id),
  risk: ({ riskId }, _, { risk }) => risk.risks.byId(riskId),
  light: (row) => named(['GREEN', 'AMBER', 'RED'], lightOf(row)),
}
