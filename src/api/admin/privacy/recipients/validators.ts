import { z } from "@medusajs/framework/zod"
import {
  PRESET_NAMES,
  RECIPIENT_ROLES,
} from "../../../../modules/subject-request/domain/recipients"
import { textField } from "../../../_shared/text-field"
import { lazy } from "../../../../shared/lazy"

const PURPOSES = [
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

const named = lazy(() => ({
  name: textField(200),
  role: z.enum(RECIPIENT_ROLES),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[a-z]{2}$/i, "is not a country of two letters")
    .toLowerCase(),
}))

const more = lazy(() => ({
  /** What protects the data outside the EU and EEA (GDPR Art. 46). */
  safeguard: textField(500).nullable().optional(),
  agreement_on: z.iso.date().nullable().optional(),
  agreement_reference: textField(200).nullable().optional(),
  contact_email: z.string().trim().max(320).pipe(z.email()).nullable().optional(),
  contact_how: textField(500).nullable().optional(),
  next_review_on: z.iso.date().nullable().optional(),
}))

export const recipientBody = lazy(() =>
  z.union([
    z.strictObject({ preset: z.enum(PRESET_NAMES) }),
    z.strictObject({ ...named(), ...more() }),
  ])
)
export type RecipientBody = z.infer<ReturnType<typeof recipientBody>>

export const recipientChange = lazy(() =>
  z.strictObject({
    name: named().name.optional(),
    role: named().role.optional(),
    purposes: named().purposes.optional(),
    country: named().country.optional(),
    ...more(),
    is_active: z.boolean().optional(),
  })
)
export type RecipientChange = z.infer<ReturnType<typeof recipientChange>>

export const taskListQuery = lazy(() =>
  z.object({
    state: z.enum(["open", "sent", "confirmed", "failed", "escalated"]).optional(),
    cause_id: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)
export type TaskListQuery = z.infer<ReturnType<typeof taskListQuery>>
