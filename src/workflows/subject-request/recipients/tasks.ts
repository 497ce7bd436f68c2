import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { recipientMailOf } from "../../../modules/subject-request/domain/recipient-mail"
import { taskAfter } from "../../../modules/subject-request/domain/recipients"
import type { TaskAction } from "../../../modules/subject-request/domain/recipients"
import { readRecipient } from "../../../modules/subject-request/recipients"
import {
  beginRound,
  causesOfRequests,
  changeTask,
  claimTask,
  escalateTasks,
  makeTasks,
  orderNumbers,
  readTask,
  readTasks,
  releaseTask,
  TASKS,
} from "../../../modules/subject-request/tasks"
import type { TaskFilters, TaskRow } from "../../../modules/subject-request/tasks"
import { conflict, errorName } from "../../../shared/errors"
import { mailOnce, mailStatus } from "../../../shared/mail-once"
import type { MailStatus } from "../../../shared/mail-once"
import { claimGroup, dueGroups, recordFailure, recordOutcome } from "../../../shared/outbox"
import { postgres } from "../../../shared/postgres"
import type { AdminRecipientTask, AdminRecipientTaskListResponse } from "../../../types/http"
import { findDoneErasures } from "../../personal-data"
import { subjectRequestSettings } from "../settings"
import { seedRecipients } from "./register"

/** Name of the template that a store gives its provider of e-mail. */
const TEMPLATE = "dk-subject-request-recipient"

const BATCH = 100

const toTask = (row: TaskRow, recipient: string): AdminRecipientTask => ({
  id: row.id,
  recipient_id: row.recipient_id,
  recipient,
  cause: row.cause,
  cause_id: row.cause_id,
  order_ids: row.order_ids,
  state: row.state,
  changed_by: row.changed_by,
  outcome: row.outcome,
  sent_at: row.sent_at?.toISOString() ?? null,
  confirmed_at: row.confirmed_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
})

const namedTask = async (container: MedusaContainer, row: TaskRow): Promise<AdminRecipientTask> =>
  toTask(row, (await readRecipient(postgres(container), row.recipient_id)).name)

/** Tasks, those that wait first. */
export const listTasks = async (
  container: MedusaContainer,
  filters: TaskFilters
): Promise<AdminRecipientTaskListResponse> => {
  const { controller } = subjectRequestSettings(container)
  const { rows, count } = await readTasks(postgres(container), controller.id, filters)
  return {
    tasks: rows.map((row) => toTask(row, row.recipient)),
    count,
    offset: filters.offset,
    limit: filters.limit,
  }
}

const mailKey = ({ id, round }: TaskRow): string => `${TEMPLATE}:${id}:${round.toString()}`

/**
 * Mails a task to its recipient, once per round.
 *
 * @returns null when it is told by hand: the recipient has no e-mail address, or no order number says whom it is about
 */
const mailTask = async (container: MedusaContainer, task: TaskRow): Promise<MailStatus | null> => {
  const connection = postgres(container)
  const { contact_email: to, country } = await readRecipient(connection, task.recipient_id)
  const { name: shop, email } = subjectRequestSettings(container).controller
  const locale = country === "dk" ? "da" : "en"
  const orders = await orderNumbers(connection, task.order_ids)
  if (to === null || orders.length === 0) return null
  const { cause } = task
  return mailOnce(container, mailKey(task), {
    ...{ to, template: TEMPLATE, data: { locale, shop, cause, orders } },
    content: recipientMailOf(locale, { shop, email, cause, orders }),
    trigger_type: "dk_subject_request.recipient",
    resource_id: task.id,
    resource_type: "dk_subject_request_recipient_task",
  })
}

/** Mails one task unless another server is at it. Never throws. */
const sendDue = async (container: MedusaContainer, id: string): Promise<void> => {
  const connection = postgres(container)
  try {
    const [task] = await claimGroup<TaskRow>(connection, TASKS, id)
    if (!task) return
    const status = await mailTask(container, task)
    if (status === "success") {
      await changeTask(connection, id, { action: "send", by: "system" })
      await recordOutcome(connection, TASKS, [id], "mailed")
    } else if (status === "pending") {
      // Nobody knows whether it arrived: staff asks and sends it again.
      await recordOutcome(connection, TASKS, [id], "mail_interrupted")
    } else {
      await recordFailure(connection, TASKS, [id], status === null ? "by_hand" : "mail_refused")
    }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-subject-request: the mail of ${id} waits (${errorName(error)})`)
  }
}

/**
 * Makes the tasks of all that happened in the last ninety days, whoever asked for it, mails what is due, and escalates what
 * nobody confirmed; for the job.
 */
export const tellRecipients = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  const { controller } = subjectRequestSettings(container)
  await seedRecipients(container)
  const erasures = await findDoneErasures(container)
  const causes = [
    ...erasures.map(({ id, order_ids, finished_at }) => ({
      ...{ cause: "erasure" as const, cause_id: id, order_ids, at: finished_at },
    })),
    ...(await causesOfRequests(connection, controller.id)),
  ]
  await makeTasks(connection, controller.id, causes)
  for (const id of await dueGroups(connection, TASKS, BATCH)) await sendDue(container, id)
  await escalateTasks(connection)
}

/**
 * Mails a round that has not been mailed, and once more what nobody knows to have left; what has left in this round, and was not
 * noted, is not mailed twice.
 */
const mailAgain = async (container: MedusaContainer, task: TaskRow): Promise<MailStatus | null> => {
  const connection = postgres(container)
  const status = await mailStatus(connection, mailKey(task))
  return mailTask(container, status === "pending" ? await beginRound(connection, task.id) : task)
}

const REFUSALS = {
  failure: { outcome: "failed: mail_refused", code: "mail_refused" },
  pending: { outcome: "mail_interrupted", code: "mail_interrupted" },
} as const

/** Staff's mail. Throws conflicts `being_sent`, `mail_refused` and `mail_interrupted`; nobody has been told then. */
const sendByStaff = async (
  container: MedusaContainer,
  { id, actor: by }: { id: string; actor: string }
): Promise<TaskRow> => {
  const connection = postgres(container)
  const task = await claimTask(connection, id)
  let outcome: string | null = null
  try {
    const status = await mailAgain(container, task)
    if (status === "failure" || status === "pending") {
      const refusal = REFUSALS[status]
      outcome = refusal.outcome
      throw conflict(refusal.code, "It is not known to have left. Try again later.")
    }
    // The claim ends with what it was for, so that no other mails it in between.
    const sent = await changeTask(connection, id, { action: "send", by })
    if (status === null) return sent
    await recordOutcome(connection, TASKS, [id], "mailed")
    return await readTask(connection, id)
  } catch (error) {
    await releaseTask(connection, id, outcome)
    throw error
  }
}

/**
 * Staff sends (by mail where the recipient has an address and an order number says whom it is about, else they have done it by
 * hand), confirms, or notes that it failed.
 *
 * @throws not_found, a conflict when that is not possible, conflict `being_sent` while it is mailed, `mail_refused` when the
 *   provider takes no mail, `mail_interrupted` when nobody knows whether it left: sent again, it is mailed again
 */
export const actOnTask = async (
  container: MedusaContainer,
  { id, action, actor }: { id: string; action: TaskAction; actor: string }
): Promise<AdminRecipientTask> => {
  const connection = postgres(container)
  const { state } = await readTask(connection, id)
  const isMailed = action === "send" && taskAfter(state, action) !== null && state !== "sent"
  const task = isMailed
    ? await sendByStaff(container, { id, actor })
    : await changeTask(connection, id, { action, by: actor })
  return namedTask(container, task)
}
