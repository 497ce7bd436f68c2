import { redact } from "./redact.mjs"

const TEST_HOST = "https://test.api.dibspayment.eu"
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const TIMEOUT_MS = 20_000
/** Headers whose value may be shown; of others only the name, where it may be a request's id. */
const SHOWN_HEADERS = ["content-type", "retry-after"]
const REQUEST_IDS = ["x-request-id", "request-id", "trace-id", "correlation-id"]

/** Nets' test environment, or an address on this machine. There is no way to the live one. */
export const baseUrlOf = (address) => {
  if (!address) return TEST_HOST
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !LOOPBACK.test(url.hostname)) {
    throw new Error("NETS_TEST_BASE_URL must be an address on this machine")
  }
  return url.origin
}

const parse = (text) => {
  if (text === "") return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const headersOf = (headers) => ({
  ...Object.fromEntries(
    SHOWN_HEADERS.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : []))
  ),
  ...Object.fromEntries(REQUEST_IDS.flatMap((name) => (headers.has(name) ? [[name, "<id>"]] : []))),
})

const kindOf = (text, json) => {
  if (text === "") return "empty"
  if (json !== undefined) return "JSON"
  return text.trimStart().startsWith("<") ? "HTML" : "text"
}

/** Talks to the service, and remembers every answer as evidence, redacted. */
export const createClient = ({ baseUrl, secretKey }) => {
  const evidence = []
  const call = async (name, method, path, { body, key, authorization = secretKey } = {}) => {
    const response = await fetch(`${baseUrl}/v1${path}`, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        authorization,
        commerceplatformtag: "medusa-plugin-denmark",
        ...(body && { "content-type": "application/json" }),
        ...(key && { "idempotency-key": key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const json = parse(text)
    const { status } = response
    const told = { name, method, status, headers: headersOf(response.headers) }
    evidence.push({
      ...told,
      kind: kindOf(text, json),
      body: json === undefined ? null : redact(json),
    })
    return { name, status, json: json ?? {}, kind: kindOf(text, json) }
  }
  return { call, evidence }
}
