import { z } from "@medusajs/framework/zod"
import { lazy } from "../../shared/lazy"

/**
 * What a mail program or one of the page's buttons sends. Whatever else it is, it asks to stop: a form of another kind is
 * not read, and nobody is refused for how their program writes it (RFC 8058).
 */
export const stopBody = lazy(() =>
  z
    .object({ objection: z.literal("all").optional().catch(undefined) })
    .catch({ objection: undefined })
)

export type StopBody = z.infer<ReturnType<typeof stopBody>>

const MOST = 200

/** What stands behind `#token=`; anything else is a link that does not work. */
export const confirmBody = lazy(() =>
  z.object({ token: z.string().max(MOST).catch("") }).catch({ token: "" })
)

export type ConfirmBody = z.infer<ReturnType<typeof confirmBody>>

/** Which text the link is about; a link that was cut short shows none. */
export const confirmQuery = lazy(() =>
  z.object({
    notice: z.string().max(MOST).optional().catch(undefined),
  })
)

export type ConfirmQuery = z.infer<ReturnType<typeof confirmQuery>>
