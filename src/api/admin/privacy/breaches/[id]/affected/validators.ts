import { z } from "@medusajs/framework/zod"
import { textField } from "../../../../../_shared/text-field"

export { affectedSchema as affectedBody } from "../../../../../../modules/breach/domain/affected"
export type { AffectedQuery as AffectedBody } from "../../../../../../modules/breach/domain/affected"

export const affectedListQuery = z.object({
  state: z.enum(["told", "untold", "waiting"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

export type AffectedListQuery = z.infer<typeof affectedListQuery>

export const toldBody = z
  .strictObject({
    channel: z.enum(["call", "letter"]),
    outcome: z.enum(["called", "written", "not_reached"]),
  })
  .refine(({ channel, outcome }) => outcome !== (channel === "call" ? "written" : "called"), {
    path: ["outcome"],
    message: "does not fit the channel",
  })

export type ToldBody = z.infer<typeof toldBody>

const text = z.strictObject({
  subject: textField(200).refine((typed) => !/[\r\n]/.test(typed), "must be one line"),
  text: textField(20_000),
})

/** What the people are told, in both languages. */
export const noticeBody = z.strictObject({ da: text, en: text })

export type NoticeBody = z.infer<typeof noticeBody>
