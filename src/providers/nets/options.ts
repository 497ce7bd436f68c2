import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import { CAPTURE_MODES } from "../../modules/nets/domain/session-data"

const schema = z.strictObject({
  /** Name of the account in the plugin's `nets.accounts`. */
  account: z.string().default("default"),
  /**
   * `shipment`: money is reserved, and charged parcel by parcel as the goods are sent. `manual`: it is charged when staff
   * captures. With both, sales without anything to send are charged at once. `auto`: every sale is charged at once.
   */
  capture: z.enum(CAPTURE_MODES).default("shipment"),
})

export type NetsProviderOptions = z.infer<typeof schema>

/** Options of the provider in `medusa-config.ts`. Throws naming the option that is wrong. */
export const parseProviderOptions = (options: unknown): NetsProviderOptions => {
  const parsed = schema.safeParse(options ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.join(".") ?? ""
  throw new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-plugin-denmark: option "${path}" of providers/nets is wrong: ${issue?.message ?? "invalid"}. Example:\n{ resolve: "medusa-plugin-denmark/providers/nets", id: "nets", options: { capture: "shipment" } }`
  )
}
