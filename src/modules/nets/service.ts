import { MedusaService } from "@medusajs/framework/utils"
import { notFound } from "../../shared/errors"
import { createNetsClient } from "./client"
import type { NetsClient } from "./client"
import { isPaymentPage } from "./domain/page-hosts"
import DkNetsPayment from "./models/payment"
import DkNetsReceipt from "./models/receipt"
import { NETS_SNIPPET, parseNetsOptions } from "./options"
import type { NetsAccount, NetsSettings } from "./options"

const BASE_URLS = {
  test: "https://test.api.dibspayment.eu",
  live: "https://api.dibspayment.eu",
}

/** Owns the accounts, their secrets and the clients that use them. */
class NetsModuleService extends MedusaService({ DkNetsPayment, DkNetsReceipt }) {
  readonly settings: NetsSettings
  private readonly clients = new Map<string, NetsClient>()

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseNetsOptions(options)
  }

  /**
   * The account of a name.
   *
   * @throws MedusaError not_found with the snippet to add
   */
  readonly account = (name: string): NetsAccount => {
    const account = this.settings.accounts[name]
    if (!account) {
      throw notFound(`There is no Nets account "${name}". Add to the options:\n  ${NETS_SNIPPET}`)
    }
    return account
  }

  /** The client of an account; the same one every time. */
  readonly client = (name: string): NetsClient => {
    const existing = this.clients.get(name)
    if (existing) return existing
    const { environment, emulatorUrl, secretKey } = this.account(name)
    const local = environment === "emulator" ? emulatorUrl : undefined
    const baseUrl = environment === "emulator" ? (emulatorUrl ?? "") : BASE_URLS[environment]
    const client = createNetsClient({
      baseUrl: baseUrl.replace(/\/$/, ""),
      secretKey,
      isPaymentPage: (page) => isPaymentPage(page, local),
    })
    this.clients.set(name, client)
    return client
  }
}

export default NetsModuleService
