import type { ServerResponse } from 'node:http'
import type { ErrorCode } from '@aems/kit/errors.ts'

/** Ends a response with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  text(response, status, 'application/json; charset=utf-8', JSON.stringify(body))
}

/** Ends a response with text of the given type. */
export function text(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** Ends a response with an error in the shape that GraphQL clients read. */
export function refuse(response: ServerResponse, status: number, code: ErrorCode, message: string, correlationId: string): void {
  json(response, status, { errors: [{ message, extensions: { code, correlationId } }] })
}
