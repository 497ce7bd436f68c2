import { definePolicies } from "@medusajs/framework/utils"
import { POLICIES } from "../modules/access"

/** Every permission of this plugin, for roles of Medusa's RBAC. */
export const accessPolicies = definePolicies(POLICIES.map((policy) => ({ ...policy })))
