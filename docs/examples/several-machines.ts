import { s3Ledger } from "./ledger-in-s3"

const need = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === "") throw new Error(`${name} is not set`)
  return value
}

const redisUrl = need("REDIS_URL")

/** Without `endpoint` it is Amazon's own; with one, any store that speaks S3. */
const s3 = {
  region: need("S3_REGION"),
  credentials: { accessKeyId: need("S3_KEY_ID"), secretAccessKey: need("S3_SECRET") },
  ...(process.env.S3_ENDPOINT && { endpoint: process.env.S3_ENDPOINT, forcePathStyle: true }),
}

/** In medusa-config.ts: `projectConfig: { …, ...projectConfig }`. */
export const projectConfig = {
  databaseUrl: need("DATABASE_URL"),
  redisUrl,
  /** "server" on the machines that answer, "worker" on the one that runs jobs and subscribers. */
  workerMode: process.env.MEDUSA_WORKER_MODE === "worker" ? "worker" : "server",
} as const

/** In medusa-config.ts: `featureFlags`. Without it Medusa asks the cache below for nothing. */
export const featureFlags = { caching: true }

/** In medusa-config.ts: `modules: [ …, ...sharedModules ]`. */
export const sharedModules = [
  { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
  { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
  {
    resolve: "@medusajs/medusa/locking",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/locking-redis",
          id: "locking-redis",
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
  {
    resolve: "@medusajs/medusa/caching",
    options: {
      providers: [
        {
          resolve: "@medusajs/caching-redis",
          id: "caching-redis",
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
  {
    resolve: "@medusajs/medusa/file",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/file-s3",
          id: "s3",
          options: {
            file_url: need("S3_FILE_URL"),
            bucket: need("S3_BUCKET"),
            region: s3.region,
            access_key_id: s3.credentials.accessKeyId,
            secret_access_key: s3.credentials.secretAccessKey,
            additional_client_config: s3,
          },
        },
      ],
    },
  },
]

/** Of the plugin's options: the ledger of erasures, in a bucket of its own. */
export const personalData = { ledger: { sink: s3Ledger(need("S3_LEDGER_BUCKET"), s3) } }
