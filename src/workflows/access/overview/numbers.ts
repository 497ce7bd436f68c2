import type { MedusaContainer } from "@medusajs/framework/types"
import { ROLES } from "../../../modules/access"
import { WALK_LIMIT } from "../../../shared/walk-limit"
import type {
  AdminOverviewArea,
  AdminOverviewNumbers,
  AdminRoles,
  AdminSetupItem,
} from "../../../types/http"
import { getBreachNumbers } from "../../breach"
import { consentMonths, listFallbacks } from "../../consent"
import { listInvoiceRequests, listLackingOrders, listUndelivered } from "../../invoice"
import { listNetsReceipts, readNetsMetrics } from "../../nets"
import {
  listErasures,
  listHolds,
  listParked,
  listRestrictions,
  readDrift,
  readRetention,
} from "../../personal-data"
import { countOverdueReviews, getNumbers, listTasks } from "../../subject-request"
import type { Diagnosis } from "../doctor/examine"
import { listFindings } from "../findings"
import { getInputCounts } from "../input-counts"
import { listRoles } from "../roles"
import { readStaffChecks } from "../staff-checks"

/** Lists are asked for how many there are. */
const ONE = { limit: 1, offset: 0 }
const INPUT_DAYS = 30
const CONSENT_MONTHS = 2

/** What has been read so far. */
export type Draft = {
  numbers: Partial<AdminOverviewNumbers>
  setup?: AdminSetupItem[]
  reportIn?: Diagnosis["reportIn"]
}

/** Writes down what was read of an area. */
export type Fill = (draft: Draft) => void

/** One area: where its numbers are listed, which says who may read them, and how they are read. */
export type Reading = {
  area: AdminOverviewArea
  list: string
  /** It walks whole tables or the catalogue, so one reading serves all for a minute. */
  isHeavy: boolean
  read: (container: MedusaContainer) => Promise<Fill>
}

const reading = <Area extends keyof AdminOverviewNumbers>(
  area: Area,
  list: string,
  read: (container: MedusaContainer) => Promise<AdminOverviewNumbers[Area]>
): Reading => ({
  ...{ area, list, isHeavy: false },
  read: async (container) => {
    const found = await read(container)
    return ({ numbers }) => {
      numbers[area] = found
    }
  },
})

const heavy = (light: Reading): Reading => ({ ...light, isHeavy: true })

const rolesOf = ({ staff, ...roles }: AdminRoles): AdminOverviewNumbers["access"] => {
  const countOf = (wanted: string | null): number =>
    staff.filter(({ role }) => role === wanted).length
  const [owner, customerService, bookkeeper, warehouse] = ROLES.map(countOf)
  return {
    roles: {
      owner: owner ?? 0,
      customer_service: customerService ?? 0,
      bookkeeper: bookkeeper ?? 0,
      warehouse: warehouse ?? 0,
      none: countOf(null),
    },
    staff: staff.length,
    see_everyone: roles.see_everyone,
    unlimited: staff.filter(({ role, sees_everyone: sees }) => role === null && sees === true)
      .length,
    platform_rbac: roles.platform_rbac,
  }
}

const readRecipients = async (
  container: MedusaContainer
): Promise<AdminOverviewNumbers["recipients"]> => {
  const { count } = await listTasks(container, { ...ONE, state: "escalated" })
  return { escalated: count, reviews: await countOverdueReviews(container) }
}

const readInvoices = async (
  container: MedusaContainer
): Promise<AdminOverviewNumbers["invoices"]> => {
  const { count, mode } = await listInvoiceRequests(container, { ...ONE, status: "waiting" })
  const lacking = await listLackingOrders(container)
  const undelivered = await listUndelivered(container)
  return {
    ...{ mode, requested: count, counted_to: WALK_LIMIT },
    ...{ lacking: lacking.length, undelivered: undelivered.length },
  }
}

const readNets = async (container: MedusaContainer): Promise<AdminOverviewNumbers["nets"]> => {
  const metrics = await readNetsMetrics(container)
  const waiting = await listNetsReceipts(container, { ...ONE, state: "waiting" })
  const failed = await listNetsReceipts(container, { ...ONE, state: "failed" })
  return { ...metrics, receipts_waiting: waiting.count, receipts_failed: failed.count }
}

const readKept = async (container: MedusaContainer): Promise<AdminOverviewNumbers["retention"]> => {
  const { rules, months, without_rule: columns, stop } = await readRetention(container)
  return {
    due: rules.reduce((sum, { due }) => sum + due, 0),
    months,
    without_rule: columns.length,
    stopped_until: stop?.ends_on ?? null,
  }
}

const readErasures = async (
  container: MedusaContainer
): Promise<AdminOverviewNumbers["erasures"]> => {
  const { count: proposed } = await listErasures(container, { ...ONE, status: "proposed" })
  const { count: planned } = await listErasures(container, { ...ONE, status: "planned" })
  return { proposed, planned }
}

const readFindings = async (
  container: MedusaContainer
): Promise<AdminOverviewNumbers["findings"]> => ({
  open: (await listFindings(container, { ...ONE, state: "open" })).count,
  inputs: (await getInputCounts(container, INPUT_DAYS)).totals,
})

const readStaff = async (
  container: MedusaContainer
): Promise<AdminOverviewNumbers["staff_checks"]> => {
  const { count, asking } = await readStaffChecks(container, ONE)
  return { asking, count }
}

const readMap = async (container: MedusaContainer): Promise<AdminOverviewNumbers["data_map"]> => {
  const { unclassified, missing, tables, columns } = await readDrift(container)
  return { drift: unclassified.length + missing.length, tables, columns }
}

const PRIVACY = "/admin/privacy"

/** The areas of the overview. The list that an area's numbers stand for decides who may read them. */
export const READINGS: readonly Reading[] = [
  reading("requests", `${PRIVACY}/requests/numbers`, (container) => getNumbers(container)),
  reading("breaches", `${PRIVACY}/breaches/numbers`, (container) => getBreachNumbers(container)),
  reading("recipients", `${PRIVACY}/recipients/tasks`, readRecipients),
  reading("erasures", `${PRIVACY}/erasures`, readErasures),
  reading("holds", `${PRIVACY}/holds`, async (container) => ({
    active: (await listHolds(container, { ...ONE, active: true })).count,
  })),
  reading("restrictions", `${PRIVACY}/restrictions`, async (container) => ({
    active: (await listRestrictions(container, { ...ONE, active: true })).count,
  })),
  heavy(reading("retention", `${PRIVACY}/retention`, readKept)),
  reading("sweeps", `${PRIVACY}/parked`, async (container) => ({
    parked: (await listParked(container, ONE)).count,
  })),
  reading("notices", `${PRIVACY}/notices/fallbacks`, async (container) => ({
    fallbacks: (await listFallbacks(container)).fallbacks.length,
  })),
  reading("consents", `${PRIVACY}/consents/numbers`, async (container) => ({
    months: await consentMonths(container, { months: CONSENT_MONTHS }),
  })),
  reading("findings", `${PRIVACY}/findings`, readFindings),
  reading("staff_checks", `${PRIVACY}/staff-checks`, readStaff),
  heavy(reading("data_map", `${PRIVACY}/data-map/drift`, readMap)),
  reading("access", `${PRIVACY}/roles`, async (container) => rolesOf(await listRoles(container))),
  reading("nets", "/admin/dk/nets/metrics", readNets),
  heavy(reading("invoices", "/admin/dk/invoices", readInvoices)),
]
