import { z } from "@medusajs/framework/zod"

/** What a checkout showed. Consents to marketing are not taken here yet, so the list must be empty. */
export const cartConsentsBody = z.strictObject({
  notices: z.array(z.string().max(64)).max(20),
  consents: z.array(z.never()).max(0).default([]),
})

export type CartConsentsBody = z.infer<typeof cartConsentsBody>
