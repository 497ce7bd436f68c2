import type { MedusaContainer } from "@medusajs/framework/types"
import { NETS_MODULE } from "../../../modules/nets"
import type { NetsModuleService } from "../../../modules/nets"
import { postgres, selectRows } from "../../../shared/postgres"
import type {
  AdminNetsAccount,
  AdminNetsAccountCheckResponse,
  AdminNetsAccountState,
} from "../../../types/http"

/** The accounts of the options, without their keys. */
export const listNetsAccounts = (container: MedusaContainer): AdminNetsAccount[] => {
  const { settings } = container.resolve<NetsModuleService>(NETS_MODULE)
  return Object.entries(settings.accounts).map(([name, { environment }]) => ({ name, environment }))
}

/** Whether Medusa's payment module runs the provider of Nets, under whatever name the store gave it. */
export const isNetsOffered = async (container: MedusaContainer): Promise<boolean> => {
  const rows = await selectRows(
    postgres(container),
    "SELECT 1 FROM payment_provider WHERE id LIKE 'pp_nets%' AND is_enabled AND deleted_at IS NULL LIMIT 1"
  )
  return rows.length > 0
}

const tryKey = async (nets: NetsModuleService, name: string): Promise<AdminNetsAccountState> => {
  try {
    return (await nets.client(name).isKeyAccepted()) ? "ok" : "refused"
  } catch {
    return "unreachable"
  }
}

/**
 * Whether Nets takes an account's secret key, asked for a payment that nobody has: it creates nothing.
 *
 * @throws MedusaError not_found for an account that is not among the options
 */
export const checkNetsAccount = async (
  container: MedusaContainer,
  name: string
): Promise<AdminNetsAccountCheckResponse["account"]> => {
  const nets = container.resolve<NetsModuleService>(NETS_MODULE)
  const { environment } = nets.account(name)
  return { name, environment, state: await tryKey(nets, name) }
}
