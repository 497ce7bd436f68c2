import type { Attempt } from "./delivery"

/** The answer says that nothing was taken, and that asking again may help. */
const AGAIN: ReadonlySet<number> = new Set([408, 425, 429, 500, 503])

/** A gateway's word for no answer: what is behind it may have taken the document. */
const NOBODY_KNOWS: ReadonlySet<number> = new Set([502, 504])

/**
 * What a provider's answer means: 2xx and 409 (it has this delivery already, by its idempotency key) are delivered;
 * 429, 500 and 503 come again with the same key; other refusals are final; a gateway's silence is uncertain.
 */
export const attemptOfStatus = (status: number): Attempt => {
  const code = `http_${status.toString()}`
  if ((status >= 200 && status < 300) || status === 409) return { result: "delivered", code }
  if (AGAIN.has(status)) return { result: "later", code }
  if (NOBODY_KNOWS.has(status) || status >= 500) return { result: "uncertain", code }
  return { result: "failed", code }
}

/**
 * What a provider says became of an e-invoice that it was posted without an answer: 2xx it has it, 404 it never got it, 422 it
 * refused it. Anything else leaves it uncertain.
 */
export const attemptOfInquiry = (status: number): Attempt => {
  const code = `status_${status.toString()}`
  if (status >= 200 && status < 300) return { result: "delivered", code }
  if (status === 404) return { result: "later", code }
  if (status === 422) return { result: "failed", code }
  return { result: "uncertain", code }
}

/** Errors that end a request before its first byte is written. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
])

/** What a request without an answer means: only an error from before it was written is sure. */
export const attemptOfError = (code: string | undefined): Attempt =>
  code !== undefined && BEFORE_SENDING.has(code)
    ? { result: "later", code: code.toLowerCase() }
    : { result: "uncertain", code: "no_answer" }
