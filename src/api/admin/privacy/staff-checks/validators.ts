import { z } from "@medusajs/framework/zod"
import { CERTIFICATES, POST_REASONS } from "../../../../modules/access/domain/staff-check-words"
import { lazy } from "../../../../shared/lazy"

const sighting = lazy(() => ({
  seen_on: z.iso.date(),
  /** 24 months after `seen_on` when left out. */
  next_due: z.iso.date().optional(),
  /** May hold the post. */
  completed: z.boolean(),
}))

/** Nothing of what the certificate says has a place here: no other field is taken. */
export const staffCheckBody = lazy(() =>
  z
    .strictObject({
      user_id: z.string().min(1).max(64).optional(),
      /** The employer's own number of somebody without a login. */
      employee_reference: z
        .string()
        .regex(/^[A-Za-z]{0,4}-?[0-9]{1,6}$/, "must be an employee number such as M-1042")
        .optional(),
      kind: z.enum(CERTIFICATES),
      reason: z.enum(POST_REASONS),
      ...sighting(),
    })
    .refine((body) => (body.user_id === undefined) !== (body.employee_reference === undefined), {
      path: ["user_id"],
      message: "give either user_id or employee_reference",
    })
)

export type StaffCheckBody = z.infer<ReturnType<typeof staffCheckBody>>

export const staffCheckChange = lazy(() =>
  z.union([z.strictObject({ left_on: z.iso.date() }), z.strictObject(sighting())])
)

export type StaffCheckChange = z.infer<ReturnType<typeof staffCheckChange>>

export const staffCheckListQuery = lazy(() =>
  z.object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type StaffCheckListQuery = z.infer<ReturnType<typeof staffCheckListQuery>>
