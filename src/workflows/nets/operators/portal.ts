import type { NetsAccount } from "../../../modules/nets/options"

/** Source: Nets' portal lists payments of both environments here; a payment has no documented address of its own. */
const PORTAL = "https://portal.dibspayment.eu/payments"

/** Where staff sees the payment at Nets: the portal's list, or the emulator's page of the payment. */
export const portalUrl = (account: NetsAccount, paymentId: string): string => {
  const { environment, emulatorUrl = "" } = account
  return environment === "emulator"
    ? `${emulatorUrl.replace(/\/$/, "")}/portal/${paymentId}`
    : PORTAL
}
