import type { MedusaContainer } from "@medusajs/framework/types"
import { NETS_MODULE } from "../../modules/nets"
import type { NetsModuleService } from "../../modules/nets"
import { postgres, selectRows } from "../../shared/postgres"

const ACCOUNTS = `SELECT DISTINCT n.account, n.environment FROM dk_nets_payment n
  JOIN order_payment_collection l ON l.payment_collection_id = n.payment_collection_id AND l.deleted_at IS NULL
  WHERE l.order_id = ? AND (n.reserved > 0 OR n.charged > 0)`

type Made = { account: string; environment: string | null }

/**
 * Whether an order's payments at Nets are of real money: `test` when one was made on a test account or the emulator,
 * as it was when the payment was made; `unknown` when that was not written down and the account is no longer an option.
 */
export const moneyOfOrder = async (
  container: MedusaContainer,
  orderId: string
): Promise<"real" | "test" | "unknown"> => {
  const nets = container.resolve<NetsModuleService | undefined>(NETS_MODULE, {
    allowUnregistered: true,
  })
  const rows = await selectRows<Made>(postgres(container), ACCOUNTS, [orderId])
  const environments = rows.map(
    ({ account, environment }) => environment ?? nets?.settings.accounts[account]?.environment
  )
  if (environments.some((environment) => environment === undefined)) return "unknown"
  return environments.every((environment) => environment === "live") ? "real" : "test"
}
