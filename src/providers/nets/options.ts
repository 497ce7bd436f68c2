import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import { METHOD_NAMES } from "../../modules/nets/domain/methods"
import { CAPTURE_MODES } from "../../modules/nets/domain/session-data"

export const netsProviderSchema = z.strictObject({
  /** Name of the account in the plugin's `nets.accounts`. */
  account: z.string().default("default"),
  /**
   * `shipment`: money is reserved, and charged parcel by parcel as the goods are sent. `manual`: it is charged when staff
   * captures. With both, sales without anything to send are charged at once. `auto`: every sale is charged at once.
   */
  capture: z.enum(CAPTURE_MODES).default("shipment"),
  /**
   * Payment methods on the page, by Nets' names (`Visa`, `MobilePay`, `Klarna`, …); without it all the account
   * has. Several providers with one method each let the shopper choose in the shop.
   */
  methods: z.array(z.enum(METHOD_NAMES)).nonempty().optional(),
  /**
   * `hosted`: the shopper goes to Nets' page, `data.hosted_url`. `embedded`: the page at the account's
   * `embeddedPath` shows the checkout by Nets' script with `data.checkout_key` and `data.payment_id`.
   */
  integration: z.enum(["hosted", "embedded"]).default("hosted"),
})

export type NetsProviderOptions = z.infer<typeof netsProviderSchema>

/** What a store writes: options with a default may be left out. */
export type NetsProviderInput = z.input<typeof netsProviderSchema>

/** Options of the provider in `medusa-config.ts`. Throws naming the option that is wrong. */
export const parseProviderOptions = (options: unknown): NetsProviderOptions => {
  const parsed = netsProviderSchema.safeParse(options ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.join(".") ?? ""
  throw new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-plugin-denmark: option "${path}" of providers/nets is wrong: ${issue?.message ?? "invalid"}. Example:\n{ resolve: "medusa-plugin-denmark/providers/nets", id: "nets", options: { capture: "shipment" } }`
  )
}
