import type { MedusaContainer } from "@medusajs/framework/types"
import { ROLES } from "../../../modules/access"
import type { AdminOverviewNumbers, AdminRoles } from "../../../types/http"
import { getBreachNumbers } from "../../breach"
import { consentNumbers, listFallbacks } from "../../consent"
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
import { listFindings } from "../findings"
import { getInputCounts } from "../input-counts"
import { listRoles } from "../roles"
import { readStaffChecks } from "../staff-checks"

/** Lists are asked for how many there are. */
const ONE = { limit: 1, offset: 0 }
const INPUT_DAYS = 30
const CONSENT_MONTHS = 2

/** Where a number is listed, which says who may read it, and how it is read. */
type Reading<Area extends keyof AdminOverviewNumbers> = {
  list: string
  read: (container: MedusaContainer) => Promise<AdminOverviewNumbers[Area]>
}

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
  return { mode, lacking: lacking.length, undelivered: undelivered.length, requested: count }
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

/** Each area of the overview: the list that a number stands for decides who may read it. */
export const READINGS: { readonly [Area in keyof AdminOverviewNumbers]: Reading<Area> } = {
  requests: { list: "/admin/privacy/requests/numbers", read: (container) => getNumbers(container) },
  breaches: {
    list: "/admin/privacy/breaches/numbers",
    read: (container) => getBreachNumbers(container),
  },
  recipients: { list: "/admin/privacy/recipients/tasks", read: readRecipients },
  erasures: {
    list: "/admin/privacy/erasures",
    read: async (container) => {
      const { count: proposed } = await listErasures(container, { ...ONE, status: "proposed" })
      const { count: planned } = await listErasures(container, { ...ONE, status: "planned" })
      return { proposed, planned }
    },
  },
  holds: {
    list: "/admin/privacy/holds",
    read: async (container) => ({
      active: (await listHolds(container, { ...ONE, active: true })).count,
    }),
  },
  restrictions: {
    list: "/admin/privacy/restrictions",
    read: async (container) => ({
      active: (await listRestrictions(container, { ...ONE, active: true })).count,
    }),
  },
  retention: { list: "/admin/privacy/retention", read: readKept },
  sweeps: {
    list: "/admin/privacy/parked",
    read: async (container) => ({ parked: (await listParked(container, ONE)).count }),
  },
  notices: {
    list: "/admin/privacy/notices/fallbacks",
    read: async (container) => ({ fallbacks: (await listFallbacks(container)).fallbacks.length }),
  },
  consents: {
    list: "/admin/privacy/consents/numbers",
    read: async (container) => ({
      months: (await consentNumbers(container, { months: CONSENT_MONTHS })).months,
    }),
  },
  findings: {
    list: "/admin/privacy/findings",
    read: async (container) => ({
      open: (await listFindings(container, { ...ONE, state: "open" })).count,
      inputs: (await getInputCounts(container, INPUT_DAYS)).totals,
    }),
  },
  staff_checks: {
    list: "/admin/privacy/staff-checks",
    read: async (container) => {
      const { count, asking } = await readStaffChecks(container, ONE)
      return { asking, count }
    },
  },
  data_map: {
    list: "/admin/privacy/data-map/drift",
    read: async (container) => {
      const { unclassified, missing, tables, columns } = await readDrift(container)
      return { drift: unclassified.length + missing.length, tables, columns }
    },
  },
  access: {
    list: "/admin/privacy/roles",
    read: async (container) => rolesOf(await listRoles(container)),
  },
  nets: { list: "/admin/dk/nets/metrics", read: readNets },
  invoices: { list: "/admin/dk/invoices", read: readInvoices },
}
