import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { copenhagenDay } from "../../rules"
import { inputPlaceOf } from "./domain/input-place"
import { maskCprNumbers } from "./domain/mask-cpr"
import { scanInput } from "./domain/scan-input"
import type { InputFinding } from "./domain/scan-input"

const WRITES: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"])

type Refusal = { status: 400 | 422; code: string; message: string }

const CARD = "looks like the number or code of a payment card, which is never stored."
const CPR =
  "looks like a CPR number, which is not to be stored. Remove it; if it is none, send the same again with confirm_not_cpr: true."
const NAMED_CPR = "names a CPR number, which is not to be stored. Remove it."

const cardRefusal = (findings: readonly InputFinding[]): Refusal | null => {
  const [card] = findings.filter(({ kind }) => kind !== "cpr")
  if (!card) return null
  const code = card.kind === "card" ? "looks_like_card_number" : "looks_like_card_code"
  return { status: 400, code, message: `${card.path}: ${CARD}` }
}

/** What the person says is no CPR number passes, unless the word stands beside it. */
const cprRefusal = (findings: readonly InputFinding[], isConfirmed: boolean): Refusal | null => {
  const cprs = findings.filter(({ kind }) => kind === "cpr")
  const found = cprs.find(({ named }) => named) ?? (isConfirmed ? undefined : cprs[0])
  if (!found) return null
  const message = `${found.path}: ${found.named ? NAMED_CPR : CPR}`
  return { status: 422, code: "looks_like_cpr", message }
}

/** The whole path as routes are matched: Express takes off what a middleware is mounted on. */
const pathOf = (req: MedusaRequest): string => {
  const path = req.baseUrl + req.path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const takeConfirmation = (body: object): boolean => {
  const isConfirmed = "confirm_not_cpr" in body && body.confirm_not_cpr === true
  if ("confirm_not_cpr" in body) delete body.confirm_not_cpr
  return isConfirmed
}

/**
 * Middleware that keeps CPR numbers and card numbers out of the database (databeskyttelsesloven § 11; PCI DSS 3). At
 * carts and accounts a CPR number is answered 422 `looks_like_cpr` until the same request comes with `confirm_not_cpr: true`.
 * In what is written about orders and people afterwards it is masked, unless it comes with the same. Captures, refunds and
 * completion are never touched. Card numbers and codes are answered 400. Answers name the field and never repeat the
 * value. Runs before validation.
 */
export const guardInput = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const { body } = req
  if (!WRITES.has(req.method) || typeof body !== "object" || body === null) {
    next()
    return
  }
  const { cpr, cards } = inputPlaceOf(pathOf(req))
  const isConfirmed = cpr !== "pass" && takeConfirmation(body)
  if (cpr === "pass" && !cards) {
    next()
    return
  }
  const today = copenhagenDay(new Date())
  const findings = scanInput(body, today)
  const refusal =
    (cards ? cardRefusal(findings) : null) ??
    (cpr === "ask" ? cprRefusal(findings, isConfirmed) : null)
  if (refusal) {
    const { status, ...error } = refusal
    res.status(status).json({ type: "invalid_data", ...error })
    return
  }
  if (cpr === "mask" && findings.some(({ kind }) => kind === "cpr")) {
    req.body = maskCprNumbers(body, { today, isConfirmed })
  }
  next()
}
