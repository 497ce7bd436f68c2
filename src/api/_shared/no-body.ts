import { z } from "@medusajs/framework/zod"
import { lazy } from "../../shared/lazy"

/** The body of a route that is asked for without saying anything. */
export const noBody = lazy(() => z.strictObject({}).default({}))
