import type { MedusaContainer } from "@medusajs/framework/types"
import { recordActivities } from "../../modules/personal-data/domain/record"
import { recordTexts } from "../../modules/personal-data/domain/record-texts"
import type { RecordLocale } from "../../modules/personal-data/domain/record-texts"
import { renderRecordCsv, renderRecordHtml } from "../../modules/personal-data/domain/render-record"
import { findDrift } from "../../modules/personal-data/engine/drift"
import { addRecordText, findRecordText } from "../../modules/personal-data/engine/record-text"
import { readSchema } from "../../modules/personal-data/engine/schema"
import { findRecipients } from "../../modules/personal-data/engine/recipients"
import { registeredTables } from "../../modules/personal-data/registry"
import { postgres } from "../../shared/postgres"
import type { AdminRecordOfProcessing } from "../../types/http"
import { personalDataSettings } from "./personal-data-settings"

/** The record of processing activities (GDPR Art. 30(1)) as map, recipients and settings say it now. */
export const readRecordOfProcessing = async (
  container: MedusaContainer,
  locale: RecordLocale
): Promise<AdminRecordOfProcessing> => {
  const connection = postgres(container)
  const settings = personalDataSettings(container)
  const { controller } = settings
  const text = await findRecordText(connection, controller.id)
  const { all } = await readSchema(connection)
  return {
    locale,
    created_at: new Date().toISOString(),
    controller: {
      name: controller.name,
      cvr: controller.cvr,
      address: controller.address,
      email: controller.email,
      phone: controller.phone ?? null,
      dpo: controller.dpo ?? null,
    },
    activities: recordActivities({
      maps: registeredTables(),
      presentTables: [...all.keys()],
      recipients: await findRecipients(connection, settings),
      locale,
    }),
    security: {
      text: text?.security ?? recordTexts[locale].securityText,
      updated_at: text?.created_at.toISOString() ?? null,
    },
    unclassified: (await findDrift(connection)).unclassified.length,
  }
}

/** The record as a page that prints on A4. */
export const recordOfProcessingHtml = async (
  container: MedusaContainer,
  locale: RecordLocale
): Promise<string> => renderRecordHtml(await readRecordOfProcessing(container, locale))

/** The record as a CSV file with one activity a line. */
export const recordOfProcessingCsv = async (
  container: MedusaContainer,
  locale: RecordLocale
): Promise<string> => renderRecordCsv(await readRecordOfProcessing(container, locale))

/** Replaces the paragraph about security (Art. 30(1)(g)); the versions before it stay on record. */
export const setRecordSecurity = async (
  container: MedusaContainer,
  { security, writtenBy }: { security: string; writtenBy: string }
): Promise<void> => {
  const { controller } = personalDataSettings(container)
  await addRecordText(postgres(container), { controllerId: controller.id, security, writtenBy })
}
