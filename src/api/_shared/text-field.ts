import { z } from "@medusajs/framework/zod"

/** Words that Postgres can keep: trimmed, 1 to `most` characters, and every character but NUL. */
export const textField = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((typed) => !typed.includes("\0"), "holds a character that no text has")
