import { z } from 'zod'
import { shownProgress } from '../command/progress.ts'
import { openEmbedded } from '../embedded/embedded.ts'
import { answerParent } from './graph-process.ts'

// Database and graph as npm start runs them, on a data folder of the benchmarks' own.
const [folder, demo] = z.tuple([z.string(), z.enum(['none', 'small', 'medium', 'large'])]).parse(process.argv.slice(2))

const embedded = await openEmbedded({ folder, command: 'npm run bench', routerPort: 0, demo, progress: shownProgress })
answerParent(embedded.url, embedded.close)
