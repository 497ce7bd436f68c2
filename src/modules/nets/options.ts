import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { optionError, parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const loopbackUrl = z
  .url()
  .refine((value) => LOOPBACK.test(new URL(value).hostname), "must be an address on this machine")

const pagePath = z.string().regex(/^\/[\w\-/]*$/, "must be a path that starts with /")

const account = z
  .strictObject({
    /** From Nets' portal, Company → Integration. Stays on the server. */
    secretKey: z.string().min(8).max(200),
    /** The public key of the same pair. */
    checkoutKey: z.string().min(8).max(200),
    /** `test` and `live` are Nets' own; `emulator` is the local one of this package. */
    environment: z.enum(["test", "live", "emulator"]),
    /** Only for `emulator`: where it listens, on this machine. */
    emulatorUrl: loopbackUrl.optional(),
    /** The shop's terms of sale; shown on the payment page. */
    termsUrl: z.url(),
    /** The shop's privacy policy; shown on the payment page. */
    privacyUrl: z.url(),
    /** Where the payment page sends the shopper afterwards; paths below `storefrontUrl`. */
    returnPath: pagePath.default("/checkout/return"),
    cancelPath: pagePath.default("/checkout"),
  })
  .refine(({ environment, emulatorUrl }) => environment !== "emulator" || emulatorUrl, {
    path: ["emulatorUrl"],
    message: "is needed for the emulator",
  })
  .refine(({ environment, emulatorUrl }) => environment === "emulator" || !emulatorUrl, {
    path: ["emulatorUrl"],
    message: "belongs to environment emulator only",
  })

const netsSchema = z.strictObject({
  /** Accounts at Nets by a name of your own; the provider uses `default` unless told otherwise. */
  accounts: z.record(z.string().regex(/^[\w-]{1,40}$/), account).default({}),
})

export type NetsAccount = z.infer<typeof account>
export type NetsSettings = CommonSettings & z.infer<typeof netsSchema>

/** The section to add, for start errors. */
export const NETS_SNIPPET = `nets: { accounts: { default: { secretKey: process.env.NETS_SECRET_KEY, checkoutKey: process.env.NETS_CHECKOUT_KEY,
    environment: "test", termsUrl: "https://www.example.dk/handelsbetingelser", privacyUrl: "https://www.example.dk/privatliv" } } },`

const checkAccount = (name: string, { environment }: NetsAccount, publicUrl: string): void => {
  const production = isProduction()
  if (production && environment === "emulator") {
    throw optionError(
      `nets.accounts.${name}.environment`,
      "is emulator in production",
      NETS_SNIPPET
    )
  }
  if (environment === "live" && !publicUrl.startsWith("https://")) {
    throw optionError("publicUrl", "must be https for Nets", `publicUrl: "https://api.example.dk",`)
  }
}

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseNetsOptions = (options?: Record<string, unknown>): NetsSettings => {
  const settings = {
    ...parseCommonOptions(options),
    ...parseSection(options, "nets", netsSchema, NETS_SNIPPET),
  }
  for (const [name, entry] of Object.entries(settings.accounts)) {
    checkAccount(name, entry, settings.publicUrl)
  }
  return settings
}
