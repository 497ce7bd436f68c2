/**
 * Medusa's exact decimal arithmetic (rounds half up), under a name that pure rules may import:
 * `domain/` knows no framework.
 */
export { MathBN as Decimal } from "@medusajs/framework/utils"
