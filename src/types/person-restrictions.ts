/** Why data may only be stored: Art. 18(1)(a) to (d) of the GDPR, in this order. */
export type AdminRestrictionGround = "accuracy_contested" | "unlawful" | "legal_claim" | "objection"

/** Body of `POST /admin/privacy/restrictions`; exactly one of customer, order and e-mail. Days are `YYYY-MM-DD` in Denmark. */
export type AdminCreateRestriction = {
  customer_id?: string
  order_id?: string
  email?: string
  ground: AdminRestrictionGround
  /** The first day; today when left out. */
  from_on?: string
  /** The last day; until it is lifted when left out. */
  ends_on?: string
}

/** Body of `POST /admin/privacy/restrictions/:id/lift`. */
export type AdminLiftRestriction = {
  reason: string
  /** When the person was told that it will be lifted (Art. 18(3)), with its offset to UTC. */
  told_at: string
}

/** Body of `POST /admin/privacy/restrictions/:id/tell`: why it will be lifted, in words for the person. */
export type AdminTellOfLifting = { reason: string; locale?: "da" | "en" }

/** Answer to it: when the mail went, for `told_at` of the lifting. */
export type AdminRestrictionToldResponse = { told_at: string }

/** A person whose data may only be stored. `email` is null once the person has been erased. */
export type AdminPersonRestriction = {
  id: string
  customer_id: string | null
  order_id: string | null
  email: string | null
  ground: AdminRestrictionGround
  from_on: string
  ends_on: string | null
  created_by: string
  created_at: string
  lifted_at: string | null
  lifted_by: string | null
  lift_reason: string | null
  told_at: string | null
}

/** Answer of `POST /admin/privacy/restrictions` (201) and `POST /admin/privacy/restrictions/:id/lift`. */
export type AdminRestrictionResponse = { restriction: AdminPersonRestriction }
export type AdminRestrictionListResponse = {
  restrictions: AdminPersonRestriction[]
  count: number
  offset: number
  limit: number
}

/** Answer of `GET /admin/customers/:id/restriction` and `GET /admin/orders/:id/restriction`: why it is in force today. */
export type AdminRestrictionInForceResponse = {
  restriction: { ground: AdminRestrictionGround } | null
}
