import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ASKED_FROM,
  CHOSEN_FROM,
  countOne,
  HELD_OF,
  LINKS_FROM,
  REPORTED_FROM,
  SIGNED_UP_FROM,
} from "../../modules/subject-request/limits"
import type { Counted } from "../../modules/subject-request/limits"
import { networkOf } from "../../shared/network"
import { postgres } from "../../shared/postgres"
import { subjectRequestSettings } from "./settings"

const LIMITS = {
  ask: ASKED_FROM,
  link: LINKS_FROM,
  held: HELD_OF,
  signUp: SIGNED_UP_FROM,
  choose: CHOSEN_FROM,
  report: REPORTED_FROM,
}

/**
 * Counts a call of one internet address (of IPv6 one network) or account, for all servers of the store.
 *
 * @param who the address, or the id of the customer
 */
export const countCaller = (
  container: MedusaContainer,
  does: keyof typeof LIMITS,
  who: string
): Promise<Counted> =>
  countOne(
    postgres(container),
    subjectRequestSettings(container).secrets,
    LIMITS[does],
    networkOf(who)
  )
