/** What the store answers when it refuses: Medusa's `{ type, code?, message }`. */
type ErrorBody = { type?: string; code?: string; message?: string }

/** Errors of this plugin begin with the field at fault: `ean: The number has a typing error …`. */
const FIELD = /^([a-z][\w.]*): (.+)$/s

/**
 * A refusal of the store. `field` names the input at fault when the store knows it, `code` says why in one
 * word (`required`, `check_digit`, `buyer_locked` …), and `message` is plain English without the value.
 */
export class DenmarkApiError extends Error {
  readonly status: number
  readonly type: string
  readonly code: string | null
  readonly field: string | null

  constructor(status: number, body: ErrorBody) {
    const [, field, text] = FIELD.exec(body.message ?? "") ?? []
    super(text ?? body.message ?? `The store answered ${status}.`)
    this.name = "DenmarkApiError"
    this.status = status
    this.type = body.type ?? "unknown_error"
    this.code = body.code ?? null
    this.field = field ?? null
  }
}
