import type { Reply } from "./http"

/** A refusal in one of the service's error shapes. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`The emulator refused with ${reply.status.toString()}`)
  }
}

/** 400 with messages by field path. */
export const badRequest = (errors: Record<string, string[]>): Refusal =>
  new Refusal({ status: 400, json: { errors } })

/** The `{ message, code, source }` shape; 402 for charges, 500 for the calls that document no 402. */
export const coded = (status: 402 | 500, code: number, message: string): Refusal =>
  new Refusal({ status, json: { message, code: code.toString(), source: "internal" } })

/** A refusal without a body: 401, 404, 405, 409 and 429 document none. */
export const bare = (status: 401 | 404 | 405 | 409 | 429): Refusal => new Refusal({ status })
