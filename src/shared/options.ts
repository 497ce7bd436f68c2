import { z } from "@medusajs/framework/zod"
import type { ZodType } from "@medusajs/framework/zod"
import { isProduction, MedusaError } from "@medusajs/framework/utils"
import { parseCvr } from "../rules"

const secret = z.strictObject({
  /** A name of your own, such as the year: it stands beside what the key made, and must not change. */
  id: z.string().min(1).max(64),
  /** The key itself, from the environment. */
  key: z.string().min(32),
})

/** Nets takes addresses of 256 characters; this leaves room for our paths. */
const LONGEST_ORIGIN = 180

/** BCP 47: `da`, `en-GB`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** The sections every domain shares. Their doc comments are the reference for `medusa-config.ts`. */
export const commonSchema = z.object({
  /** The shop that answers for the data (GDPR Art. 4(7)); named on invoices, notices and letters. */
  controller: z
    .strictObject({
      /** Stands on every evidence row; change it only when another legal person takes over the store. */
      id: z.string().min(1).max(64).default("default"),
      /** As the company register has it. */
      name: z.string().min(1).max(200),
      /** Eight digits, with a valid check digit. */
      cvr: z.string().refine((value) => parseCvr(value).ok, "is not a valid CVR number"),
      /** Street, postal code and city on one line each, separated by line breaks or commas. */
      address: z.string().min(1).max(500),
      /** The mailbox for questions about data. */
      email: z.email(),
      /** Shown beside the e-mail. */
      phone: z.string().max(40).optional(),
      /** Contact of the data protection officer, when the shop has one. */
      dpo: z.string().max(200).optional(),
    })
    .optional(),
  /**
   * HMAC keys (32 characters or more) for tokens and digests. Keep old ones in `previous` until their links are closed and
   * no bank file of their days is read again, and for good once somebody said no to marketing while they were current.
   */
  secrets: z
    .strictObject({
      /** Makes what is new. */
      current: secret,
      /** Read what was made before. */
      previous: z.array(secret).default([]),
    })
    .optional(),
  /** Where shoppers meet the store: the storefront's address without a slash at the end. */
  storefrontUrl: z.url().max(LONGEST_ORIGIN).optional(),
  /** Where Nets and mailed links reach this Medusa server; https in production. */
  publicUrl: z.url().max(LONGEST_ORIGIN).optional(),
  /**
   * Languages of the shop as BCP 47 tags, the first stands in for the others. Texts of the plugin's own come in Danish and
   * English; notices in whatever language the shop writes them.
   */
  locales: z
    .array(z.string().regex(LANGUAGE_TAG, "must be a language tag such as da or en-GB"))
    .nonempty()
    .default(["da", "en"]),
})

type CommonOptions = z.infer<typeof commonSchema>

const ofDomain = z.unknown().optional()

/** All keys there are: those above, the section of each domain, and what Medusa adds for its connection. */
export const optionsSchema = z.strictObject({
  ...commonSchema.shape,
  access: ofDomain,
  breach: ofDomain,
  buyer: ofDomain,
  consent: ofDomain,
  invoice: ofDomain,
  nets: ofDomain,
  personalData: ofDomain,
  subjectRequest: ofDomain,
  database: ofDomain,
})

/** What every domain knows of the store. `missing` lists options that development does without. */
export type CommonSettings = {
  controller: NonNullable<CommonOptions["controller"]>
  secrets: NonNullable<CommonOptions["secrets"]>
  storefrontUrl: string
  publicUrl: string
  locales: CommonOptions["locales"]
  missing: string[]
}

const SHIPPED = ["da", "en"] as const

/**
 * The language of a text that the plugin ships: the wanted one, else the first of the shop's that it ships, else Danish.
 *
 * @param locales the shop's languages
 * @param wanted a BCP 47 tag
 */
export const shippedLocale = (
  locales: readonly string[],
  wanted: string | null = null
): (typeof SHIPPED)[number] => {
  const spoken = locales.flatMap((tag) => SHIPPED.find((known) => tag.startsWith(known)) ?? [])
  return spoken.find((locale) => wanted?.toLowerCase().startsWith(locale)) ?? spoken[0] ?? "da"
}

const developmentDefaults = {
  controller: {
    id: "default",
    name: "Butik uden navn",
    cvr: "10150817",
    address: "Adresse mangler",
    email: "butik@invalid.invalid",
  },
  secrets: {
    current: { id: "development", key: "development-only-secret-do-not-use-in-production" },
    previous: [],
  },
  storefrontUrl: "http://localhost:8000",
  publicUrl: "http://localhost:9000",
} satisfies Partial<CommonOptions>

const snippets: Record<keyof typeof developmentDefaults, string> = {
  controller: `controller: { name: "…", cvr: "12345678", address: "Gade 1, 1000 By", email: "…" },`,
  secrets: `secrets: { current: { id: "2026", key: process.env.DK_SECRET } },`,
  storefrontUrl: `storefrontUrl: "https://www.example.dk",`,
  publicUrl: `publicUrl: "https://api.example.dk",`,
}

const isCommon = (name: PropertyKey | undefined): name is keyof typeof snippets =>
  name !== undefined && name in snippets

const SNIPPET_HEAD = `plugins: [{ resolve: "medusa-plugin-denmark", options: {`

/** A start error that names the option and prints what to add to `medusa-config.ts`. */
export const optionError = (option: string, problem: string, snippet: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-plugin-denmark: option "${option}" ${problem}. Add to medusa-config.ts:\n${SNIPPET_HEAD}\n  ${snippet}\n} }]`
  )

/** A start error that names an option which nothing reads: a misspelt one would otherwise be left out in silence. */
const unknownOption = (option: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-plugin-denmark: option "${option}" is not known. All options stand in docs/options.md of the package.`
  )

/** The log line for options that a store in development does without. */
export const missingOptionsText = (missing: readonly string[]): string =>
  `medusa-plugin-denmark: not set: ${missing.join(", ")}. Stand-ins are used in development only. Set them in medusa-config.ts:\n${SNIPPET_HEAD}\n  ${Object.values(snippets).join("\n  ")}\n  access: { operators: ["…"] },\n} }]`

type Path = readonly PropertyKey[]

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : inner),
    value
  )

/** `process.env.…` of a variable that is not there is the most common mistake of a first start. */
const problemOf = (value: unknown, path: Path, message: string): string =>
  valueAt(value, path) === undefined
    ? "is not set, or read from a variable of the environment that is not there"
    : `is wrong: ${message}`

const parse = <Output>(
  schema: ZodType<Output>,
  value: unknown,
  section: string,
  snippetOf: (path: Path) => string
): Output => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path ?? []
  const nameOf = (inner: Path): string =>
    [section, ...inner].filter((part) => part !== "").join(".")
  if (issue?.code === "unrecognized_keys")
    throw unknownOption(nameOf([...path, ...issue.keys.slice(0, 1)]))
  throw optionError(
    nameOf(path),
    problemOf(value, path, issue?.message ?? "invalid"),
    snippetOf(path)
  )
}

/**
 * Parses the options every domain shares. In production a missing one stops the start;
 * elsewhere a stand-in is used and its name is listed in `missing`. A name that is no option stops every start.
 *
 * @throws MedusaError naming the option, with the snippet to add
 */
export const parseCommonOptions = (options: unknown): CommonSettings => {
  const parsed = parse(optionsSchema, options ?? {}, "", ([first]) =>
    isCommon(first) ? snippets[first] : snippets.controller
  )
  const missing = (Object.keys(snippets) as (keyof typeof snippets)[]).filter(
    (option) => parsed[option] === undefined
  )
  const [first] = missing
  if (first && isProduction()) throw optionError(first, "is missing", snippets[first])
  return {
    controller: parsed.controller ?? developmentDefaults.controller,
    secrets: parsed.secrets ?? developmentDefaults.secrets,
    storefrontUrl: parsed.storefrontUrl ?? developmentDefaults.storefrontUrl,
    publicUrl: parsed.publicUrl ?? developmentDefaults.publicUrl,
    locales: parsed.locales,
    missing,
  }
}

/**
 * Parses one domain's section of the plugin options.
 *
 * @param section key of the section, e.g. `invoice`
 * @param snippet the line that sets the section right, for the error message
 * @throws MedusaError naming the option, with the snippet to add
 */
export const parseSection = <Output>(
  options: Record<string, unknown> | undefined,
  section: string,
  schema: ZodType<Output>,
  snippet: string
): Output => parse(schema, options?.[section] ?? {}, section, () => snippet)
