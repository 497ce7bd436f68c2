const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

MetadataStorage.clear()

const addresses = JSON.parse(process.env.TEST_ADDRESSES)
Object.assign(process.env, addresses[Number(process.env.JEST_WORKER_ID) - 1])
