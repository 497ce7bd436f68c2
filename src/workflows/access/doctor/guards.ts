import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"

/** Tables whose rows nobody may change, each with the trigger that sees to it. */
export const GUARDS: readonly { table: string; trigger: string }[] = [
  ...[
    "dk_access_event",
    "dk_access_role",
    "dk_breach_event",
    "dk_consent_event",
    "dk_consent_use",
    "dk_invoice",
    "dk_invoice_archive",
    "dk_invoice_archive_keep",
    "dk_invoice_cause",
    "dk_invoice_delivery_payload",
    "dk_invoice_document",
    "dk_invoice_external",
    "dk_invoice_external_keep",
    "dk_invoice_keep",
    "dk_personal_data_certificate",
    "dk_personal_data_hand_over",
    "dk_personal_data_ledger",
    "dk_personal_data_record_text",
    "dk_personal_data_retention_rule",
    "dk_personal_data_scan_result",
    "dk_subject_request_event",
  ].map((table) => ({ table, trigger: `${table}_evidence_guard` })),
  { table: "dk_consent_notice", trigger: "dk_consent_notice_guard" },
  { table: "dk_invoice_series", trigger: "dk_invoice_series_guard" },
  { table: "dk_subject_request_letter", trigger: "dk_subject_request_letter_guard" },
]

/** Tables whose guard is gone, or does not fire for those who write. */
export const findUnguarded = async (connection: Knex): Promise<string[]> => {
  const rows = await selectRows<{ owner: string }>(
    connection,
    `SELECT asked.owner FROM unnest(?::text[], ?::text[]) AS asked(owner, guard)
      WHERE NOT EXISTS (
        SELECT 1 FROM pg_trigger t WHERE t.tgrelid = to_regclass(quote_ident(asked.owner))
          AND t.tgname = asked.guard AND t.tgenabled IN ('O', 'A'))
      ORDER BY asked.owner`,
    [GUARDS.map(({ table }) => table), GUARDS.map(({ trigger }) => trigger)]
  )
  return rows.map(({ owner }) => owner)
}
