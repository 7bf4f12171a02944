import { holdReferenceFacts } from '@aems/router/testing/reference-facts.ts'
import { financeCatalogue } from '../metrics/metrics.ts'

// Names that sales has too are the sales' where the company has orders.
const { GROSS_PROFIT: _profit, GROSS_MARGIN: _margin, ...metrics } = financeCatalogue.metrics

holdReferenceFacts({ domain: 'finance', metrics, companies: ['adventure-works'], atLeast: 17 })
