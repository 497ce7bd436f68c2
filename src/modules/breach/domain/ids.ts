import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../shared/lazy"

const ID = /^[\w-]{1,64}$/

/** Whether a text can be an id of the shop's; what cannot is not looked up. */
export const isId = (text: string): boolean => ID.test(text)

export const idSchema = lazy(() => z.string().regex(ID, "is no id"))
