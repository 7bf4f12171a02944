import { holdReferenceFacts } from '@aems/router/testing/reference-facts.ts'
import { riskCatalogue } from '../metrics/metrics.ts'

holdReferenceFacts({ domain: 'risk', metrics: riskCatalogue.metrics, companies: ['public-risk'], atLeast: 9 })
