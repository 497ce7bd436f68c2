export type AdminRecipientRole = "processor" | "controller" | "joint_controller"

/** Somebody who gets personal data from the store. Days are `YYYY-MM-DD`. */
export type AdminRecipient = {
  id: string
  /** `options`: named by the options or a domain; `staff`: entered by hand or by a preset. */
  origin: "options" | "staff"
  name: string
  role: AdminRecipientRole
  purposes: string[]
  /** ISO 3166-1 alpha-2, lower case. */
  country: string
  safeguard: string | null
  agreement_on: string | null
  agreement_reference: string | null
  contact_email: string | null
  contact_how: string | null
  next_review_on: string | null
  is_active: boolean
  created_at: string
}

export type AdminRecipientPreset = Pick<
  AdminRecipient,
  "name" | "role" | "purposes" | "country"
> & { preset: string }

/** Answer of `GET /admin/privacy/recipients`; `presets` are those that are not in the register yet. */
export type AdminRecipientListResponse = {
  recipients: AdminRecipient[]
  presets: AdminRecipientPreset[]
  /** Whether the caller may change the register. */
  may_change: boolean
}

/** Body of `POST /admin/privacy/recipients`: a preset by name, or all that is known. */
export type AdminCreateRecipient =
  | { preset: string }
  | (Pick<AdminRecipient, "name" | "role" | "purposes" | "country"> &
      Partial<Omit<AdminRecipient, "id" | "origin" | "is_active" | "created_at">>)

/** Body of `POST /admin/privacy/recipients/:id`; what is left out stays. */
export type AdminChangeRecipient = Partial<Omit<AdminRecipient, "id" | "origin" | "created_at">>

export type AdminRecipientResponse = { recipient: AdminRecipient }

/** One recipient that is told of one erasure, correction or restriction (GDPR Art. 19). */
export type AdminRecipientTask = {
  id: string
  recipient_id: string
  recipient: string
  cause: "erasure" | "rectification" | "restriction"
  /** Id of the erasure, or of the request. */
  cause_id: string
  order_ids: string[]
  state: "open" | "sent" | "confirmed" | "failed" | "escalated"
  /** `system` or the id of a user. */
  changed_by: string | null
  /** What came of the last mail: `mailed`, `mail_interrupted`, `failed: …`; `no_order_number`: told by hand. */
  outcome: string | null
  sent_at: string | null
  confirmed_at: string | null
  created_at: string
}

export type AdminRecipientTaskResponse = { task: AdminRecipientTask }
export type AdminRecipientTaskListResponse = {
  tasks: AdminRecipientTask[]
  count: number
  offset: number
  limit: number
}
