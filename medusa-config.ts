import { resolve } from "node:path"
import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const env = (name: string, fallback: string): string => process.env[name] ?? fallback

const operators = env("DK_OPERATORS", "admin@butik.example")
  .split(",")
  .map((email) => email.trim())
  .filter(Boolean)

/** The options a store passes as `plugins: [{ resolve: "medusa-plugin-denmark", options }]`. */
const options = {
  controller: {
    name: "Nordlys Papir ApS",
    cvr: "14277137",
    address: "Prøvegade 12, 5000 Odense C",
    email: "kontakt@butik.example",
  },
  secrets: {
    current: {
      id: "development",
      key: env("DK_SECRET", "development-only-secret-0123456789abcdef"),
    },
  },
  storefrontUrl: env("STOREFRONT_URL", "http://localhost:8000"),
  publicUrl: env("PUBLIC_URL", "http://localhost:9000"),
  nets: {
    accounts: {
      default: {
        secretKey: env("NETS_SECRET_KEY", "emulator-secret-key"),
        checkoutKey: env("NETS_CHECKOUT_KEY", "emulator-checkout-key"),
        environment: "emulator",
        emulatorUrl: env("NETS_URL", "http://localhost:4010"),
        termsUrl: "https://butik.example/handelsbetingelser",
        privacyUrl: "https://butik.example/privatliv",
      },
    },
  },
  access: { operators },
  invoice: { mode: env("DK_INVOICE_MODE", "own") },
  /** A file outside the database, so that a restored backup does not bring erased people back; without it the table alone. */
  ...(process.env.DK_LEDGER && {
    personalData: { ledger: { sink: { file: process.env.DK_LEDGER } } },
  }),
}

const domains = [
  "access",
  "breach",
  "buyer",
  "consent",
  "invoice",
  "nets",
  "personal-data",
  "subject-request",
]

/** Nets' names of the methods on the payment page; without them all the account has. */
const methods = env("NETS_METHODS", "").split(",").filter(Boolean)

/** The payment module passes the provider what it needs; without `dependencies` the store does not start. */
const payment = {
  resolve: "@medusajs/medusa/payment",
  dependencies: ["query", "dk_nets"],
  options: {
    providers: [
      {
        resolve: "./src/providers/nets",
        id: "nets",
        options: { ...(methods.length > 0 && { methods }) },
      },
      { resolve: "./src/providers/ean-invoice", id: "ean-invoice" },
    ],
  },
}

/** Passwords as Medusa hashes them; PASSWORD_LOG_N makes it cheaper where they protect nobody, as in tests. */
const auth = {
  resolve: "@medusajs/medusa/auth",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/auth-emailpass",
        id: "emailpass",
        options: { hashConfig: { logN: Number(env("PASSWORD_LOG_N", "15")), r: 8, p: 1 } },
      },
    ],
  },
}

const mails = env("DEMO_MAILS", "")

/** The demo's mails go to a folder; without one Medusa's own feed is all there is. */
const notification = {
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/notification-local",
        id: "local",
        options: { name: "Local", channels: ["feed"] },
      },
      {
        // Medusa looks for what begins with a dot below `src`.
        resolve: resolve("demo/mailbox"),
        id: "demo-mailbox",
        options: { name: "Demo", channels: ["email"], folder: mails },
      },
    ],
  },
}

/** What the repository's own store is configured with; the test store with every optional module builds on it. */
export const config = {
  projectConfig: {
    databaseUrl: env("DATABASE_URL", "postgres://postgres:postgres@localhost:5432/medusa"),
    databaseDriverOptions: { connection: { ssl: false } },
    ...(process.env.REDIS_URL && { redisUrl: process.env.REDIS_URL }),
    http: {
      storeCors: env("STORE_CORS", "http://localhost:8000"),
      adminCors: env("ADMIN_CORS", "http://localhost:9000"),
      authCors: env("AUTH_CORS", "http://localhost:8000,http://localhost:9000"),
      jwtSecret: env("JWT_SECRET", "development-only-jwt-secret"),
      cookieSecret: env("COOKIE_SECRET", "development-only-cookie-secret"),
    },
  },
  admin: { disable: process.env.DISABLE_ADMIN === "true" },
  plugins: [{ resolve: "@medusajs/draft-order", options: {} }],
  modules: [
    ...domains.map((domain) => ({ resolve: `./src/modules/${domain}`, options })),
    payment,
    auth,
    ...(mails === "" ? [] : [notification]),
  ],
}

export default defineConfig(config)
