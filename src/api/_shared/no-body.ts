import { z } from "@medusajs/framework/zod"

/** The body of a route that is asked for without saying anything. */
export const noBody = z.strictObject({}).default({})
