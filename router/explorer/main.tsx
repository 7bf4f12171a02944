import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './explorer.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const place = document.getElementById('explorer')
if (place) createRoot(place).render(<App />)
