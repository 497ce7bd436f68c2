import { z } from "@medusajs/framework/zod"
import { ROLES } from "./domain/roles"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

export const accessSchema = z.strictObject({
  /**
   * E-mails of staff who are owners whatever role they were given: they export and erase personal data, and give roles. Until they
   * have given some, nobody else may.
   */
  operators: z.array(z.email()).default([]),
  /** Staff without a role see nothing. Without it they keep what Medusa lets every user do. */
  requireRoles: z.boolean().default(false),
  /** Whether reads of people's data by staff are logged, once the staff notice is published. */
  readLog: z.boolean().default(true),
  /**
   * Mails the shop's own address (`controller.email`) how personal data stands, in the first days of each month: numbers only,
   * and a link to the overview.
   */
  monthlyMail: z.boolean().default(true),
  /** Admin routes of other plugins and of the store that staff with a role may use; all others are the owners'. */
  otherRoutes: z
    .array(
      z.strictObject({
        /** Begins with `/admin/`. */
        path: z.string().startsWith("/admin/"),
        /** Who may use it besides the owners. */
        roles: z.array(z.enum(ROLES)).min(1),
      })
    )
    .default([]),
  /**
   * Days after delivery until a protected person's address goes from the order: the 14 days to withdraw (forbrugeraftaleloven
   * § 19) and the 14 to send back (§ 24), and a margin.
   */
  protectedAddressDays: z.number().int().min(14).max(365).default(30),
  /**
   * Who sees an order in the storefront's API by its id. `login-or-token`: the account it belongs to, or a guest who shows
   * the token of the receipt. `open`: whoever knows the id, as Medusa has it (GDPR Art. 32 speaks against it).
   */
  storeOrders: z.enum(["login-or-token", "open"]).default("login-or-token"),
})

export type AccessSettings = CommonSettings & z.infer<typeof accessSchema>

const snippet = `access: { operators: ["dpo@example.dk"] },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseAccessOptions = (options?: Record<string, unknown>): AccessSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "access", accessSchema, snippet),
})
