import type { AdminChangeRecipient, AdminRecipient, AdminRecipientRole } from "../../../types/http"

export const ROLES = ["processor", "controller", "joint_controller"] as const

export const PURPOSES = [
  "sale",
  "delivery",
  "payment",
  "account",
  "service",
  "bookkeeping",
  "marketing",
  "accountability",
  "operation",
  "administration",
] as const

export const TASK_STATES = ["open", "sent", "confirmed", "failed", "escalated"] as const
type TaskState = (typeof TASK_STATES)[number]
export type TaskAction = "send" | "confirm" | "fail"

/** What staff can do about a task, as the server has it. */
export const TASK_ACTIONS: Readonly<Record<TaskState, readonly TaskAction[]>> = {
  open: ["send", "confirm", "fail"],
  sent: ["confirm", "fail"],
  failed: ["send", "confirm"],
  escalated: ["send", "confirm", "fail"],
  confirmed: [],
}

/** Whether the day to look at the agreement again has passed. */
export const isReviewOverdue = (
  { next_review_on: day, is_active: isActive }: AdminRecipient,
  today: string
): boolean => isActive && day !== null && day < today

/** What is typed of a recipient; empty where nothing is known. */
export type RecipientDraft = {
  name: string
  role: AdminRecipientRole
  purposes: string[]
  country: string
  safeguard: string
  agreement_on: string
  agreement_reference: string
  contact_email: string
  contact_how: string
  next_review_on: string
}

export const draftOf = (recipient?: AdminRecipient): RecipientDraft => ({
  name: recipient?.name ?? "",
  role: recipient?.role ?? "processor",
  purposes: recipient?.purposes ?? [],
  country: recipient?.country ?? "dk",
  safeguard: recipient?.safeguard ?? "",
  agreement_on: recipient?.agreement_on ?? "",
  agreement_reference: recipient?.agreement_reference ?? "",
  contact_email: recipient?.contact_email ?? "",
  contact_how: recipient?.contact_how ?? "",
  next_review_on: recipient?.next_review_on ?? "",
})

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim())

export type RecipientBody = Pick<AdminRecipient, "name" | "role" | "purposes" | "country"> &
  AdminChangeRecipient

/** The body that saves a draft: what was emptied is taken away. */
export const recipientOf = ({
  name,
  role,
  purposes,
  country,
  ...more
}: RecipientDraft): RecipientBody => ({
  ...{ name: name.trim(), role, purposes, country: country.trim().toLowerCase() },
  safeguard: orNull(more.safeguard),
  agreement_on: orNull(more.agreement_on),
  agreement_reference: orNull(more.agreement_reference),
  contact_email: orNull(more.contact_email),
  contact_how: orNull(more.contact_how),
  next_review_on: orNull(more.next_review_on),
})
