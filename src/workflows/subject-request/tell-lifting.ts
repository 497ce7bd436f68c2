import type { MedusaContainer } from "@medusajs/framework/types"
import { liftingMailOf } from "../../modules/subject-request/domain/lifting-mail"
import { conflict } from "../../shared/errors"
import { mailOnce } from "../../shared/mail-once"
import { hasNotificationProvider } from "../../shared/notification-provider"
import { shippedLocale } from "../../shared/options"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminRestrictionToldResponse } from "../../types/http"
import { readRestrictionContact } from "../personal-data"
import { subjectRequestSettings } from "./settings"

type Tell = { id: string; reason: string; locale?: string | undefined }

const mailKey = (id: string): string => `dk-subject-request-lifting:${id}`

const toldAt = async (container: MedusaContainer, id: string): Promise<string> => {
  const [row] = await selectRows<{ at: Date }>(
    postgres(container),
    "SELECT created_at AS at FROM notification WHERE idempotency_key = ?",
    [mailKey(id)]
  )
  return (row?.at ?? new Date()).toISOString()
}

/**
 * Tells a person by mail that the restriction of their data will be lifted, and why (GDPR Art. 18(3)); the same again is the same
 * mail. It is lifted afterwards, with the moment that is answered here.
 *
 * @throws not_found; conflicts `restriction_lifted`, `no_email`, `no_mail_provider`, `mail_refused`, `mail_interrupted`: staff tells
 * the person by hand
 */
export const tellOfLifting = async (
  container: MedusaContainer,
  { id, reason, locale: wanted }: Tell
): Promise<AdminRestrictionToldResponse> => {
  const { email, from_on: since, is_lifted } = await readRestrictionContact(container, id)
  if (is_lifted) throw conflict("restriction_lifted", "The restriction has been lifted already.")
  if (email === null) throw conflict("no_email", "The person has no e-mail address.")
  if (!(await hasNotificationProvider(postgres(container), "email"))) {
    throw conflict("no_mail_provider", "Medusa has no provider of e-mail.")
  }
  const { controller, locales } = subjectRequestSettings(container)
  const locale = shippedLocale(locales, wanted)
  const status = await mailOnce(container, mailKey(id), {
    to: email,
    template: "dk-subject-request-lifting",
    data: { locale },
    content: liftingMailOf(locale, { shop: controller, since, reason }),
    trigger_type: "dk_subject_request.restriction_lifted",
    resource_id: id,
    resource_type: "dk_personal_data_person_restriction",
  })
  if (status === "failure") throw conflict("mail_refused", "The provider of e-mail refused it.")
  if (status === "pending") {
    throw conflict("mail_interrupted", "Nobody knows whether the mail arrived.")
  }
  return { told_at: await toldAt(container, id) }
}
