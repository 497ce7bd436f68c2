import { createRequire } from "node:module"
import type * as CoreFlows from "@medusajs/medusa/core-flows"

const requireFromMedusa = createRequire(require.resolve("@medusajs/medusa/package.json"))

/**
 * What `@medusajs/medusa/core-flows` exports, from the package that Medusa itself loads: the export would give all 1,500 once
 * more through getters of its own, which takes a starting server 12 MB.
 */
export const coreFlows = requireFromMedusa("@medusajs/core-flows") as typeof CoreFlows
