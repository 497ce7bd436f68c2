import { z } from "@medusajs/framework/zod"
import { isStorableText, UNSTORABLE } from "../../shared/storable-text"

/** Words that Postgres can keep: trimmed, 1 to `most` characters, and no NUL or half a character. */
export const textField = (most: number) =>
  z.string().trim().min(1).max(most).refine(isStorableText, UNSTORABLE)
