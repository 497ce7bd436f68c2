import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { optionError, parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"
import { isPageLanguage } from "./domain/language"

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const loopbackUrl = z
  .url()
  .refine((value) => LOOPBACK.test(new URL(value).hostname), "must be an address on this machine")

const pagePath = z
  .string()
  .max(70)
  .regex(/^\/[\w\-/]*$/, "must be a path that starts with /")

/** Nets refuses longer addresses and some characters. */
const pageUrl = z
  .url()
  .max(256)
  .refine((value) => !/[<>'"\\]/.test(value), "must not contain < > ' \" or \\")

const urlByLocale = z.union([
  pageUrl,
  z
    .record(z.string().refine(isPageLanguage, "is not a language of the payment page"), pageUrl)
    .refine((urls) => Object.keys(urls).length > 0, "must hold at least one language"),
])

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
    /** The shop's terms of sale, shown on the payment page: one address, or one by language (`{ da, en }`). */
    termsUrl: urlByLocale,
    /** The shop's privacy policy, shown on the payment page: one address, or one by language (`{ da, en }`). */
    privacyUrl: urlByLocale,
    /** Where the payment page sends the shopper afterwards; a path below `storefrontUrl`. */
    returnPath: pagePath.default("/checkout/return"),
    /** Where it sends a shopper who gives up; a path below `storefrontUrl`. */
    cancelPath: pagePath.default("/checkout"),
    /** The storefront's page that shows an embedded checkout (provider option `integration: "embedded"`). */
    embeddedPath: pagePath.default("/checkout/payment"),
    /**
     * Whether Nets is told who buys: name or company, e-mail, phone and addresses of the cart. Nobody is asked
     * for them again on the payment page either way (`merchantHandlesConsumerData`).
     *
     * - `needed` (default): when the page may offer a method that needs it: invoices and instalments do. Cards,
     *   wallets (MobilePay, Vipps, Apple Pay, Google Pay, PayPal) and account-to-account payments need nothing,
     *   so list them in the provider's `methods` and nothing is sent. Without that list every method of the
     *   account may be on the page, and the data is sent.
     * - `always`: also where no method needs it, so that Nets' portal shows who paid.
     * - `never`: methods that need it are then refused or not offered by Nets.
     *
     * What is sent makes Nets a recipient of personal data: name it in the privacy notice.
     */
    consumerData: z.enum(["needed", "always", "never"]).default("needed"),
  })
  .refine(({ environment, emulatorUrl }) => environment !== "emulator" || emulatorUrl, {
    path: ["emulatorUrl"],
    message: "is needed for the emulator",
  })
  .refine(({ environment, emulatorUrl }) => environment === "emulator" || !emulatorUrl, {
    path: ["emulatorUrl"],
    message: "belongs to environment emulator only",
  })

export const netsSchema = z.strictObject({
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
