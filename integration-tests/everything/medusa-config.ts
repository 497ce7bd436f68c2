import { defineConfig } from "@medusajs/framework/utils"
import { config } from "../../medusa-config"

/** An index of the store's own making: goods, as by default, and customers and orders beside them. */
const INDEX_SCHEMA = `
  type Product @Listeners(values: ["product.created", "product.updated", "product.deleted"]) {
    id: ID
    title: String
    variants: [ProductVariant]
  }
  type ProductVariant @Listeners(values: ["product-variant.created", "product-variant.updated", "product-variant.deleted"]) {
    id: ID
    product_id: String
    sku: String
  }
  type Customer @Listeners(values: ["customer.created", "customer.updated", "customer.deleted"]) {
    id: ID
    email: String
    first_name: String
    last_name: String
  }
  type Order @Listeners(values: ["order.placed", "order.updated"]) {
    id: ID
    email: String
  }
`

const OPTIONAL_MODULES = [
  { resolve: "@medusajs/medusa/translation" },
  // Without its feature flag it refuses nobody; only its tables are wanted.
  { resolve: "@medusajs/medusa/rbac" },
  { resolve: "@medusajs/medusa/index-module", options: { schema: INDEX_SCHEMA } },
  { resolve: "@medusajs/medusa/caching", options: { in_memory: { enable: true } } },
  {
    resolve: "@medusajs/medusa/locking",
    options: {
      providers: [
        { resolve: "@medusajs/medusa/locking-postgres", id: "locking-postgres", is_default: true },
      ],
    },
  },
]

/** The store with every optional module of Medusa, its draft orders and its loyalty plugin. */
export default defineConfig({
  ...config,
  featureFlags: { translation: true, view_configurations: true },
  plugins: [...config.plugins, { resolve: "@medusajs/loyalty-plugin", options: {} }],
  modules: [...config.modules, ...OPTIONAL_MODULES],
})
