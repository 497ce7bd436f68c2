import type { MedusaContainer } from "@medusajs/framework/types"
import { PRESET_NAMES, RECIPIENT_PRESETS } from "../../../modules/subject-request/domain/recipients"
import type { PresetName, RecipientRole } from "../../../modules/subject-request/domain/recipients"
import {
  insertRecipient,
  readRecipient,
  readRecipients,
  updateRecipient,
} from "../../../modules/subject-request/recipients"
import type { RecipientRow, RecipientValues } from "../../../modules/subject-request/recipients"
import { copenhagenDay } from "../../../rules"
import { conflict, invalidField } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import type { AdminRecipient, AdminRecipientListResponse } from "../../../types/http"
import { isInEea } from "../../../modules/personal-data"
import { knownRecipients } from "../../personal-data"
import { subjectRequestSettings } from "../settings"

const toRecipient = (row: RecipientRow): AdminRecipient => ({
  id: row.id,
  origin: row.origin,
  name: row.name,
  role: row.role,
  purposes: row.purposes,
  country: row.country,
  safeguard: row.safeguard,
  agreement_on: row.agreement_on,
  agreement_reference: row.agreement_reference,
  contact_email: row.contact_email,
  contact_how: row.contact_how,
  next_review_on: row.next_review_on,
  is_active: row.is_active,
  created_at: row.created_at.toISOString(),
})

const roleOf = (name: string): RecipientRole =>
  PRESET_NAMES.map((preset) => RECIPIENT_PRESETS[preset]).find((preset) => preset.name === name)
    ?.role ?? "processor"

/** Puts into the register whom the options and the domains name; what is there already stays as staff has it. */
export const seedRecipients = async (container: MedusaContainer): Promise<void> => {
  const { controller } = subjectRequestSettings(container)
  for (const { name, purposes, country, safeguard } of knownRecipients(container)) {
    await insertRecipient(postgres(container), controller.id, {
      ...{ origin: "options", name, role: roleOf(name), purposes: [...purposes], country },
      safeguard: safeguard ?? null,
    })
  }
}

const activeRows = async (container: MedusaContainer): Promise<RecipientRow[]> => {
  await seedRecipients(container)
  return readRecipients(postgres(container), subjectRequestSettings(container).controller.id)
}

/** Names of the companies that are told of an erasure, a correction or a restriction (GDPR Art. 19). */
export const toldRecipients = async (container: MedusaContainer): Promise<string[]> =>
  (await activeRows(container)).filter((row) => row.is_active).map(({ name }) => name)

/** The register, and the presets that are not in it. */
export const listRecipients = async (
  container: MedusaContainer
): Promise<Omit<AdminRecipientListResponse, "may_change">> => {
  const rows = await activeRows(container)
  const names = new Set(rows.map(({ name }) => name.toLowerCase()))
  const presets = PRESET_NAMES.filter(
    (name) => !names.has(RECIPIENT_PRESETS[name].name.toLowerCase())
  )
  return {
    recipients: rows.map(toRecipient),
    presets: presets.map((preset) => {
      const { name, role, purposes, country } = RECIPIENT_PRESETS[preset]
      return { preset, name, role, purposes: [...purposes], country }
    }),
  }
}

/** How many agreements should have been looked at again by now. */
export const countOverdueReviews = async (
  container: MedusaContainer,
  now = new Date()
): Promise<number> => {
  const rows = await readRecipients(
    postgres(container),
    subjectRequestSettings(container).controller.id
  )
  const today = copenhagenDay(now)
  return rows.filter(
    ({ is_active: isActive, next_review_on: day }) => isActive && day !== null && day < today
  ).length
}

const refuseUnsafe = ({
  country,
  safeguard,
}: Pick<RecipientRow, "country" | "safeguard">): void => {
  if (safeguard === null && !isInEea(country)) {
    throw invalidField("safeguard", "missing", "is needed for a country outside the EU and EEA.")
  }
}

type Given<Values> = { [Field in keyof Values]?: Values[Field] | undefined }

export type NewRecipient =
  | { preset: PresetName }
  | (Pick<RecipientValues, "name" | "role" | "purposes" | "country"> & Given<RecipientValues>)

/** Only what was given. */
const given = <Values extends object>(
  values: Values
): { [Field in keyof Values]?: Exclude<Values[Field], undefined> } =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined)
  ) as ReturnType<typeof given<Values>>

const valuesOf = (input: NewRecipient) => {
  if ("preset" in input) {
    const { name, role, purposes, country } = RECIPIENT_PRESETS[input.preset]
    return { safeguard: null, name, role, purposes: [...purposes], country }
  }
  const { name, role, purposes, country, safeguard = null, ...more } = input
  return { ...given(more), name, role, purposes, country, safeguard }
}

/**
 * Adds a recipient by its preset or with all that is known of it.
 *
 * @throws conflict `name_taken`, invalid_data `safeguard`
 */
export const addRecipient = async (
  container: MedusaContainer,
  input: NewRecipient
): Promise<AdminRecipient> => {
  const { controller } = subjectRequestSettings(container)
  const values = valuesOf(input)
  refuseUnsafe(values)
  const row = { ...values, origin: "staff" as const }
  const added = await insertRecipient(postgres(container), controller.id, row)
  if (!added) throw conflict("name_taken", "A recipient of this name is there already.")
  return toRecipient(added)
}

/**
 * Changes a recipient: what is left out stays.
 *
 * @throws not_found, conflict `name_taken`, invalid_data `safeguard`
 */
export const changeRecipient = async (
  container: MedusaContainer,
  id: string,
  change: Given<RecipientValues & Pick<RecipientRow, "is_active">>
): Promise<AdminRecipient> => {
  const connection = postgres(container)
  const before = await readRecipient(connection, id)
  const values = given(change)
  refuseUnsafe({
    country: values.country ?? before.country,
    safeguard: values.safeguard === undefined ? before.safeguard : values.safeguard,
  })
  return toRecipient(await updateRecipient(connection, id, values))
}
