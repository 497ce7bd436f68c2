import type { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "../../../src/shared/postgres"
import { postgres } from "../../../src/shared/postgres"
import { checkAnswer } from "./openapi"

type RunnerContext = Parameters<Parameters<typeof medusaIntegrationTestRunner>[0]["testSuite"]>[0]

/** Medusa's error shape. */
export type ErrorBody = { type: string; message: string; code?: string }

/** The answer of a request. Failures are answers too: tests read the status. `error` is the body as an error. */
export type Answer<Body> = {
  status: number
  headers: Headers
  text: string
  body: Body
  error: ErrorBody
}

type CallOptions = { headers?: Record<string, string>; body?: unknown }

/** What every suite gets: HTTP against the running store, its container and its database. */
export type Suite = {
  baseUrl: string
  /** Sends JSON; `Body` is the shape the test expects back. A text body is sent as it is. */
  call: <Body = unknown>(
    method: string,
    path: string,
    options?: CallOptions
  ) => Promise<Answer<Body>>
  container: () => MedusaContainer
  database: () => Knex
  /** Waits until every workflow that runs in the background has ended. */
  settle: () => Promise<void>
}

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends JSON to a server of the store. An answer of a route of ours that is not as `docs/openapi.json` says is an error. */
export const callAt =
  (baseUrl: string): Suite["call"] =>
  async <Body>(method: string, path: string, { headers, body }: CallOptions = {}) => {
    const response = await fetch(baseUrl + path, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const parsed = parseBody(text)
    checkAnswer({ method, path, response, text, body: parsed })
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parsed as Body,
      error: parsed as ErrorBody,
    }
  }

export const createSuite = (context: RunnerContext): Suite => {
  const baseUrl = `http://localhost:${process.env.PORT ?? ""}`
  return {
    baseUrl,
    call: callAt(baseUrl),
    container: () => context.getContainer(),
    database: () => postgres(context.getContainer()),
    settle: () => context.utils.waitWorkflowExecutions(),
  }
}
