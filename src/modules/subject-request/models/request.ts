import { model } from "@medusajs/framework/utils"
import { REQUEST_CHANNELS, REQUEST_KINDS } from "../domain/kinds"

/** One request of one person. Its states and dates repeat what its timeline says, for lists. */
const SubjectRequest = model.define(
  { name: "subjectRequest", tableName: "dk_subject_request" },
  {
    id: model.id({ prefix: "dkreq" }).primaryKey(),
    controller_id: model.text(),
    kind: model.enum([...REQUEST_KINDS]),
    channel: model.enum([...REQUEST_CHANNELS]),
    /** Language of the letters, a BCP 47 tag. */
    locale: model.text(),
    /** The Danish day it came, in whatever channel; `YYYY-MM-DD`. */
    received_on: model.text(),
    state: model.text(),
    /** Answer by then, and the law's own deadline. */
    strict_on: model.text(),
    legal_on: model.text(),
    customer_id: model.text().nullable(),
    /** Where the answer goes, what they are called and what they wrote; until thirty days after the last letter. */
    email: model.text().nullable(),
    name: model.text().nullable(),
    message: model.text().nullable(),
    /** Who asks on the person's behalf, and what staff saw of their authority; no copy is kept. */
    representative_name: model.text().nullable(),
    authority_seen: model.text().nullable(),
    /** Id of the user who entered it; null when the person did. */
    created_by: model.text().nullable(),
    /** Whom staff found it to be about, where that is not who asked: the answer still goes to who asked. */
    subject_customer_id: model.text().nullable(),
    subject_email: model.text().nullable(),
    /** Of a letter or call: what staff confirmed, for a day, and orders they know to be the person's. */
    selection_id: model.text().nullable(),
    confirmed_order_ids: model.array(),
    /** The erasure that carries it out; its facts end a planned request. */
    erasure_id: model.text().nullable(),
    ended_at: model.dateTime().nullable(),
    /** When it was emptied whose it was. */
    forgotten_at: model.dateTime().nullable(),
  }
)

export default SubjectRequest
