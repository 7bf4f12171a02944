import { Agent, createServer, get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drain, listen } from '../http-server.ts'

test('a server that stops answers what is under way, and does not wait for connections that are only kept', async ({
  onTestFinished,
}) => {
  const server = createServer(async (_, response) => {
    await delay(200)
    response.end('answered')
  })
  server.keepAliveTimeout = 65_000
  const port = await listen(server, 0, '127.0.0.1')
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const answer = new Promise<string>((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent }, (response) => {
      response.setEncoding('utf8').on('data', resolve)
    }).on('error', reject)
  })
  await delay(50)
  const began = performance.now()
  await drain(server)
  expect(await answer).toBe('answered')
  expect(performance.now() - began).toBeLessThan(5_000)
})
