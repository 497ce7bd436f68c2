import type { MedusaError } from "@medusajs/framework/utils"
import { notFound } from "../../shared/errors"

/** One answer to every link that does not work, whatever the reason. */
export const refuseLink = (): MedusaError =>
  notFound("The link does not work any more. Ask again to get a new one.")
