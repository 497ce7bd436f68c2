import { z } from "@medusajs/framework/zod"
import { textField } from "../../../../../_shared/text-field"
import { lazy } from "../../../../../../shared/lazy"

export { affectedSchema as affectedBody } from "../../../../../../modules/breach/domain/affected"
export type { AffectedQuery as AffectedBody } from "../../../../../../modules/breach/domain/affected"

export const affectedListQuery = lazy(() =>
  z.object({
    state: z.enum(["told", "untold", "waiting"]).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type AffectedListQuery = z.infer<ReturnType<typeof affectedListQuery>>

export const toldBody = lazy(() =>
  z
    .strictObject({
      channel: z.enum(["call", "letter"]),
      outcome: z.enum(["called", "written", "not_reached"]),
    })
    .refine(({ channel, outcome }) => outcome !== (channel === "call" ? "written" : "called"), {
      path: ["outcome"],
      message: "does not fit the channel",
    })
)

export type ToldBody = z.infer<ReturnType<typeof toldBody>>

const text = lazy(() =>
  z.strictObject({
    subject: textField(200).refine((typed) => !/[\r\n]/.test(typed), "must be one line"),
    text: textField(20_000),
  })
)

/** What the people are told, in both languages. */
export const noticeBody = lazy(() => z.strictObject({ da: text(), en: text() }))

export type NoticeBody = z.infer<ReturnType<typeof noticeBody>>
