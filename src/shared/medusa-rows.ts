import { MathBN } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { lazy } from "./lazy"

/** An amount or quantity as a decimal. Medusa's query gives numbers, texts or objects of them; nothing counts as zero. */
export const decimalOf = lazy(() =>
  z
    .unknown()
    .transform((value) => MathBN.convert((value ?? 0) as Parameters<typeof MathBN.convert>[0]))
)

/** A list of Medusa's query, where the whole and single entries may be missing. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullable())
    .nullish()
    .transform((items) => (items ?? []).filter((it) => it !== null))
