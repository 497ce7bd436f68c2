type ErrorBody = { code?: unknown; message?: unknown }

const SECONDS = /^\d+$/

const FIELD = /^([a-z_]+(?:\.[a-z0-9_]+)*): (.*)$/s

/**
 * A refusal of the store's API. `field` is the input it is about, when the API names one; `code` is a word such as
 * `check_digit` that the storefront can put in its own language; `message` is the API's English sentence.
 * Without an answer (no network) `status` is 0. `retryAfter` is in seconds, when the API says when to try again.
 */
export class StorefrontError extends Error {
  override readonly name = "StorefrontError"
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly retryAfter: number | undefined

  constructor(status: number, body: ErrorBody, retryAfter: string | null = null) {
    const text = typeof body.message === "string" ? body.message : "The shop does not answer."
    const [, field, sentence] = FIELD.exec(text) ?? []
    super(sentence ?? text)
    this.status = status
    this.code = typeof body.code === "string" ? body.code : "unknown"
    this.field = field
    this.retryAfter = SECONDS.test(retryAfter ?? "") ? Number(retryAfter) : undefined
  }
}
