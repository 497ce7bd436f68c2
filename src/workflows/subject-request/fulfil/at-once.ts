import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isProvenByPerson } from "../../../modules/subject-request/domain/at-once"
import { messageNote } from "../../../modules/subject-request/domain/message-note"
import { findAtOnce, findUnnoted, messageNoteKey } from "../../../modules/subject-request/at-once"
import { readRequest } from "../../../modules/subject-request/requests"
import type { RequestRow } from "../../../modules/subject-request/requests"
import { errorName } from "../../../shared/errors"
import { shippedLocale } from "../../../shared/options"
import { postgres } from "../../../shared/postgres"
import { noteForStaff } from "../../../shared/staff-feed"
import { subjectRequestSettings } from "../settings"
import { fulfilRequest } from "./fulfil"

/** What the person wrote beside it may ask for more than is done here: staff reads it. Written before the request ends. */
const noteMessage = async (
  container: MedusaContainer,
  { id, message }: RequestRow
): Promise<void> => {
  if (message === null || message.trim() === "") return
  const { locales } = subjectRequestSettings(container)
  const note = messageNote(shippedLocale(locales), id)
  await noteForStaff(container, [{ key: messageNoteKey(id), ...note }])
}

/** Never throws: what fails is logged. */
const attempt = async (
  container: MedusaContainer,
  what: string,
  work: () => Promise<unknown>
): Promise<void> => {
  try {
    await work()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-subject-request: ${what} (${errorName(error)})`)
  }
}

/** A feed that fails stops nobody's objection; the job tries again. */
const noteSafely = (container: MedusaContainer, row: RequestRow): Promise<void> =>
  attempt(container, `nobody is told yet to read the message of ${row.id}`, () =>
    noteMessage(container, row)
  )

/**
 * Carries out what asks for nobody's judgement, as soon as the person has shown that the mailbox or account is theirs; does
 * nothing for any other request. What fails or is killed is left to the job. Never throws.
 */
export const carryOutAtOnce = (container: MedusaContainer, id: string): Promise<void> =>
  attempt(container, `${id} is carried out later`, async () => {
    const known = await readRequest(postgres(container), id)
    if (!isProvenByPerson(known)) return
    await noteSafely(container, known.row)
    await fulfilRequest(container, { id, body: {}, actor: "system" })
  })

/** Carries out what a killed process left, and tells staff of messages it could not be told of; for the job. One that fails stops no other. */
export const carryOutConfirmed = async (container: MedusaContainer): Promise<void> => {
  const { controller } = subjectRequestSettings(container)
  const connection = postgres(container)
  for (const id of await findAtOnce(connection, controller.id)) {
    await carryOutAtOnce(container, id)
  }
  for (const row of await findUnnoted(connection, controller.id)) await noteSafely(container, row)
}
