import { createServer } from 'node:http'
import { answerParent } from './graph-process.ts'

// The baseline of a router: Node's own HTTP server, sending so many bytes to whoever asks.
const bytes = Number(process.argv[2])
const body = Buffer.from(JSON.stringify({ data: 'x'.repeat(Math.max(0, bytes - '{"data":""}'.length)) }))

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    response.end(body)
  })
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The bare server listens nowhere.')
  answerParent(`http://127.0.0.1:${address.port}`, async () => {
    server.closeAllConnections()
    server.close()
  })
})
