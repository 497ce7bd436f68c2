import { isAbsolute, join, relative, resolve } from "node:path"
import type { ConfigModule } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AccessSettings } from "../../../modules/access"
import type { DoctorFacts } from "../../../modules/access/domain/doctor/facts"
import { strengthOf } from "../../../modules/access/domain/doctor/secrets"

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

const fieldOf = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), value)

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

const moduleOf = (config: ConfigModule, key: string): unknown => fieldOf(config.modules, key)

const providersOf = (config: ConfigModule, key: string): unknown[] => {
  const providers = fieldOf(moduleOf(config, key), "options", "providers")
  return Array.isArray(providers) ? providers : []
}

/** Addresses that somebody set; a development server's stand-ins are not its owner's. */
export const readAddresses = (
  config: ConfigModule,
  { storefrontUrl, publicUrl, missing }: AccessSettings
): DoctorFacts["addresses"] =>
  [
    { option: "storefrontUrl", url: missing.includes("storefrontUrl") ? "" : storefrontUrl },
    { option: "publicUrl", url: missing.includes("publicUrl") ? "" : publicUrl },
    { option: "admin.backendUrl", url: textOf(fieldOf(config, "admin", "backendUrl")) },
  ].filter(({ url }) => /^https?:/u.test(url))

/** As Medusa makes it: secure in production unless `cookieOptions` says otherwise. */
export const readSessionCookie = (
  config: ConfigModule,
  isProduction: boolean
): DoctorFacts["sessionCookie"] => {
  const option = (name: string) => fieldOf(config.projectConfig, "cookieOptions", name)
  return {
    isSecure: option("secure") === undefined ? isProduction : option("secure") !== false,
    isHttpOnly: option("httpOnly") !== false,
    isSentAcrossSites: option("sameSite") === "none",
  }
}

/** A key pair is no text; whoever made one knew what for. */
const strengthOfOption = (secret: unknown) =>
  secret === undefined || typeof secret === "string" ? strengthOf(secret) : "good"

export const readSecrets = (
  config: ConfigModule,
  { secrets, missing }: AccessSettings
): DoctorFacts["secrets"] => {
  const { jwtSecret, cookieSecret } = config.projectConfig.http
  return {
    jwt: strengthOfOption(jwtSecret),
    cookie: strengthOfOption(cookieSecret),
    plugin: missing.includes("secrets") ? "missing" : strengthOf(secrets.current.key),
    isShared: typeof jwtSecret === "string" && jwtSecret !== "" && jwtSecret === cookieSecret,
  }
}

/** Whether the driver checks who answers: unless told otherwise it does once it encrypts. */
export const isCertificateChecked = (config: ConfigModule): boolean => {
  const { databaseUrl = "", databaseDriverOptions } = config.projectConfig
  const option = fieldOf(databaseDriverOptions, "connection", "ssl", "rejectUnauthorized")
  return option !== false && !/[?&]sslmode=(no-verify|prefer|allow)\b/u.test(databaseUrl)
}

/** Medusa serves `static` to everybody, and its local file provider puts private files there too. */
export const isPrivateServed = (config: ConfigModule, folder: string): boolean => {
  const served = join(folder, "static")
  return providersOf(config, Modules.FILE).some((provider) => {
    if (!/file-local/u.test(textOf(fieldOf(provider, "resolve")))) return false
    const own = textOf(fieldOf(provider, "options", "private_upload_dir"))
    const path = relative(served, resolve(folder, own === "" ? served : own))
    return !path.startsWith("..") && !isAbsolute(path)
  })
}

export const readEngines = (config: ConfigModule): DoctorFacts["engines"] => {
  const nameOf = (key: string) => textOf(fieldOf(moduleOf(config, key), "resolve"))
  return [
    { name: "event_bus", isInMemory: /event-bus-local/u.test(nameOf(Modules.EVENT_BUS)) },
    {
      name: "workflow_engine",
      isInMemory: /workflow-engine-inmemory/u.test(nameOf(Modules.WORKFLOW_ENGINE)),
    },
    { name: "locking", isInMemory: providersOf(config, Modules.LOCKING).length === 0 },
  ]
}
