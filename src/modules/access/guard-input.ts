import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { copenhagenDay } from "../../rules"
import { inputPlaceOf } from "./domain/input-place"
import { judgeInput } from "./domain/judge-input"
import { maskNumbers } from "./domain/mask-numbers"
import { scanInput } from "./domain/scan-input"
import { countInputs } from "./engine/count-inputs"

const WRITES: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"])

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
 * completion are never touched. Card numbers and codes are answered 400, but in a report of a breach numbers are masked. Answers name the field and never repeat the
 * value. Runs before validation. What it did is counted per day, without the value, the person or the path.
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
  const place = inputPlaceOf(pathOf(req))
  const isConfirmed = place.cpr !== "pass" && takeConfirmation(body)
  if (place.cpr === "pass" && place.cards === "pass") {
    next()
    return
  }
  const today = copenhagenDay(new Date())
  const findings = scanInput(body, { today, cpr: place.cpr !== "pass" })
  const { refusal, isMasked, outcomes } = judgeInput(findings, place, isConfirmed)
  countInputs(req.scope, outcomes)
  if (refusal) {
    const { status, ...error } = refusal
    res.status(status).json({ type: "invalid_data", ...error })
    return
  }
  if (isMasked) req.body = maskNumbers(body, { today, isConfirmed, cards: place.cards === "mask" })
  next()
}
