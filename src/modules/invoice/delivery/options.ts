import { isAbsolute } from "node:path"
import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const isOnThisMachine = (url: URL): boolean =>
  LOOPBACK.test(url.hostname) && ["http:", "https:"].includes(url.protocol)

/** https; plain http only to this machine, and never in production. */
const safeUrl = z.url().refine((value) => {
  const url = new URL(value)
  return url.protocol === "https:" || (isOnThisMachine(url) && !isProduction())
}, "must begin with https://")

const transportSchema = z.discriminatedUnion("kind", [
  /** Each e-invoice is put as a file into a folder that another program empties. */
  z.strictObject({
    /** How e-invoices leave. */
    kind: z.literal("file"),
    /** Of `file`: the full path of the folder. */
    folder: z.string().refine(isAbsolute, "must be the full path of a folder"),
  }),
  /** Each e-invoice is posted to a provider; see the module's README for what it is asked to answer. */
  z.strictObject({
    kind: z.literal("webhook"),
    /** Of `webhook`: the provider's address. */
    url: safeUrl,
    /** Signs the bytes: header `x-dk-signature: sha256=<HMAC in hex>`. 32 characters or more. */
    secret: z.string().min(32),
    /** How long an answer is waited for. After that nobody knows whether it arrived. */
    timeoutSeconds: z.number().min(1).max(60).default(20),
    /**
     * Asked, as `GET <statusUrl>/<delivery id>`, what became of an e-invoice that was posted without an answer. Left out,
     * staff decides.
     */
    statusUrl: safeUrl.optional(),
  }),
  /** Each e-invoice is mailed, as an attachment, to the provider's mailbox. */
  z.strictObject({
    kind: z.literal("email"),
    /** Of `email`: the provider's mailbox. */
    to: z.email(),
  }),
  /** Staff fetches the XML in Admin, sends it and says so. */
  z.strictObject({ kind: z.literal("manual") }),
])

export type TransportSettings = z.infer<typeof transportSchema>

/** How documents leave the store. Their doc comments are the reference for `medusa-config.ts`. */
export const deliveryOptions = {
  /**
   * What a buyer is mailed when a valid document is issued: a link to it, the PDF itself, or nothing. Without a provider
   * of e-mail in Medusa's notification module nothing is sent.
   */
  send: z.union([z.enum(["link", "pdf"]), z.literal(false)]).default("link"),
  /** Page of the storefront that shows an order's invoices; the link is `<storefrontUrl><page>/<order id>#token=…`. */
  page: z
    .string()
    .max(70)
    .regex(/^\/[\w\-/]*$/, "must be a path that starts with /")
    .default("/invoices"),
  /** E-invoices in XML. */
  einvoice: z
    .strictObject({
      /** Takes documents with valid numbers. */
      transport: transportSchema.default({ kind: "manual" }),
      /** Takes documents of the test series, such as a provider's test account. Without it they go nowhere. */
      testTransport: transportSchema.optional(),
      /** For receivers of whom nobody knows what they take. */
      format: z.enum(["peppol", "oioubl"]).default("oioubl"),
      /** Asks Nemhandel's register what a receiver takes. Left out, nobody is asked and every receiver is tried. */
      receivers: z
        .strictObject({
          /** Which register. */
          lookup: z.literal("nemhandel"),
          /** Root of the register's API. */
          url: safeUrl.default("https://api.nemhandel.dk/nemhandel-api"),
        })
        .optional(),
    })
    .prefault({}),
}
