import type { SecretStrength } from "./secrets"

/** What the doctor knows of a running store. It holds no secret and no personal data. */
export type DoctorFacts = {
  isProduction: boolean
  /** Addresses that browsers and mails use, by the option that sets them. */
  addresses: { option: string; url: string }[]
  sessionCookie: { isSecure: boolean; isHttpOnly: boolean; isSentAcrossSites: boolean }
  secrets: {
    jwt: SecretStrength
    cookie: SecretStrength
    /** The plugin's own. */
    plugin: SecretStrength
    /** The same secret signs logins and cookies. */
    isShared: boolean
  }
  /** The connection that asked. */
  database: { isEncrypted: boolean; isLocal: boolean; isCertificateChecked: boolean }
  files: {
    /** Private files lie in the folder that Medusa serves to everybody. */
    isPrivateServed: boolean
    /** Order exports, each with everyone's name and address, that are not deleted yet. */
    orderExports: number
    /** Those that should have been deleted. */
    overdueExports: number
  }
  staff: {
    users: number
    /** Users without a role who may see every customer. */
    unlimited: number
    /** Users who may, by their role or for want of one. */
    seeEveryone: number
    isRbacOn: boolean
  }
  worker: {
    mode: "shared" | "worker" | "server"
    /** Since a worker last said that it is there; null when none ever did. */
    secondsSinceBeat: number | null
  }
  email: { providers: number }
  vat: {
    /** A region of the store has Denmark. */
    sellsInDenmark: boolean
    /** Denmark's tax region has a rate that goods get unless told otherwise. */
    hasDanishRate: boolean
  }
  engines: { name: "event_bus" | "workflow_engine" | "locking"; isInMemory: boolean }[]
  indexes: { lacking: number; orders: number }
  /** Evidence tables whose guard against changes is gone or switched off. */
  unguarded: string[]
}
