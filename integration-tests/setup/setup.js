const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")
const { Client } = require("@medusajs/framework/pg")

MetadataStorage.clear()

const addresses = JSON.parse(process.env.TEST_ADDRESSES)
Object.assign(process.env, addresses[Number(process.env.JEST_WORKER_ID) - 1])

const { query } = Client.prototype

/** Every test starts from a copy of the seeded database: files are copied in a third of the time that Postgres' log takes. */
Client.prototype.query = function (text, ...rest) {
  const isCopy = typeof text === "string" && /^CREATE DATABASE \S+ WITH TEMPLATE \S+;$/.test(text)
  return query.call(this, isCopy ? text.replace(";", " STRATEGY = FILE_COPY;") : text, ...rest)
}
