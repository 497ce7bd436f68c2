import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

export const consentSchema = z.strictObject({
  /** False: nothing is recorded about notices shown at purchase. */
  enabled: z.boolean().default(true),
  /**
   * True: a payment session is refused (400 `notice_not_shown`) until the storefront has said which privacy notice its
   * checkout shows (`POST /store/carts/:id/consents`). False: the one in force is assumed.
   */
  requireNotice: z.boolean().default(false),
  /**
   * Path of the storefront's page that confirms a sign-up, such as `/newsletter/confirm`: it shows the text whose id is
   * `?notice=`, and posts what stands behind `#token=` to `POST /store/privacy/subscriptions/confirm`. Left out, mails lead to a page of this plugin.
   */
  confirmPage: z
    .string()
    .regex(/^\/[\w\-./]*$/, "must be a path that begins with /")
    .refine((path) => !path.startsWith("//"), "must be a path that begins with one /")
    .max(200)
    .optional(),
})

export type ConsentSettings = CommonSettings & z.infer<typeof consentSchema>

const snippet = `consent: { enabled: true },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseConsentOptions = (options?: Record<string, unknown>): ConsentSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "consent", consentSchema, snippet),
})
