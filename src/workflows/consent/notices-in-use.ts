import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { postgres, selectRows } from "../../shared/postgres"

export type NoticesInUse = {
  /** Texts that the shop needs and has not in force in any language: `privacy`, `cookies`, `marketing: newsletter (email)`. */
  lacking: string[]
  /** Whether staff has been told what is logged of them. */
  isStaffTold: boolean
}

/** What people were asked about, by the text that stands at the question. */
const ASKED = `
  SELECT DISTINCT CASE WHEN channel = 'cookies' THEN 'cookies' ELSE 'marketing' END AS kind,
    CASE WHEN channel = 'cookies' THEN NULL ELSE purpose END AS purpose,
    CASE WHEN channel = 'cookies' THEN NULL ELSE channel END AS channel
  FROM dk_consent_event
  WHERE controller_id = ? AND channel IS NOT NULL AND state <> 'shown'
  ORDER BY 1, 2, 3`

const IN_FORCE = `
  SELECT DISTINCT kind, purpose, channel FROM dk_consent_notice
  WHERE controller_id = ? AND published_at IS NOT NULL AND effective_from <= now() AND deleted_at IS NULL`

type Text = { kind: string; purpose: string | null; channel: string | null }

const nameOf = ({ kind, purpose, channel }: Text): string =>
  purpose === null ? kind : `${kind}: ${purpose} (${channel ?? ""})`

/** The privacy policy, and texts of what people have been asked about, that are not in force. */
export const readNoticesInUse = async (container: MedusaContainer): Promise<NoticesInUse> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const connection = postgres(container)
  const asked = await selectRows<Text>(connection, ASKED, [settings.controller.id])
  const published = await selectRows<Text>(connection, IN_FORCE, [settings.controller.id])
  const inForce = new Set(published.map(nameOf))
  const wanted = ["privacy", ...asked.map(nameOf)]
  return {
    lacking: wanted.filter((name) => !inForce.has(name)),
    isStaffTold: inForce.has("staff"),
  }
}
