/** An expected outcome of a pure rule: a value, or the reason there is none. Edges turn the reason into an error. */
export type Result<Value, Reason = string> =
  { ok: true; value: Value } | { ok: false; reason: Reason }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const fail = <Reason>(reason: Reason): { ok: false; reason: Reason } => ({
  ok: false,
  reason,
})
