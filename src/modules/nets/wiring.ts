import { MedusaError } from "@medusajs/framework/utils"
import { NETS_MODULE } from "./key"

const SNIPPET = `modules: [{ resolve: "@medusajs/medusa/payment", dependencies: ["query", "${NETS_MODULE}"],
  options: { providers: [{ resolve: "medusa-plugin-denmark/providers/nets", id: "nets", options: {} }] } }]`

/** The start error for a payment module that keeps the Nets provider from its module. */
export const wiringError = (missing: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-plugin-denmark: the Nets provider needs "${missing}" in the payment module's dependencies. Add to medusa-config.ts:\n${SNIPPET}`
  )

/** @throws MedusaError with the snippet when one of the two is not passed on */
export const checkDependencies = (dependencies: readonly unknown[]): void => {
  for (const needed of ["query", NETS_MODULE]) {
    if (!dependencies.includes(needed)) throw wiringError(needed)
  }
}
