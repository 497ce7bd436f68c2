import { by, registerPersonalData, table, where } from "../personal-data"
import type { ColumnRule } from "../personal-data"
import { DUE_CASES, DUE_TIPS } from "./forget"

const REGISTER = "the shop's own account of a breach; whose data it was does not stand in it"
const TOLD = "that the person was affected by a breach and was told, when and how"

/** What a customer wrote to warn the shop; goes when it is decided and three months have passed. */
const TIP: ColumnRule = {
  category: "evidence",
  purpose: "accountability",
  origin: "provided",
  basis: "legal_obligation",
  retention: "evidence",
  erase: "null",
  portable: false,
}

/** Nobody is told that a drill concerned them. */
const OF_PERSON = `(t.customer_id = ANY(:customer) OR t.order_id = ANY(:order))
  AND EXISTS (SELECT 1 FROM dk_breach b WHERE b.id = t.breach_id AND NOT b.is_drill)`

registerPersonalData({
  retention: [
    // What warns the shop does not go because the customer has bought nothing for years.
    { name: "breach_report", sql: DUE_TIPS, tables: ["dk_breach_tip"] },
    { name: "breach_case", sql: DUE_CASES },
  ],
  tables: [
    table("dk_breach")
      .of()
      .freeOf(["id", "controller_id", "title", "state", "must_report", "opened_by"], REGISTER),
    table("dk_breach_event").of().freeOf(["id", "breach_id", "type", "data", "actor"], REGISTER),
    table("dk_breach_tip")
      .of(by("customer_id", "customer"), where("lower(t.tipster_email) = ANY(:email)"))
      .column("message", { ...TIP, erase: "empty_text" })
      .column("tipster_email", TIP)
      .contextOf(["id", "state", "created_at"], "that the person told the shop of a breach")
      .freeOf(
        ["controller_id", "customer_id", "locale", "breach_id", "decided_by"],
        "that the person told the shop of a breach"
      ),
    table("dk_breach_person")
      .of(where(OF_PERSON))
      .contextOf(["id", "breach_id", "created_at"], TOLD)
      .freeOf(["person_key", "customer_id", "order_id", "document_id"], TOLD),
    table("dk_breach_notice")
      .of(
        where(
          `t.breach_person_id IN (SELECT p.id FROM dk_breach_person p WHERE ${OF_PERSON.replaceAll("t.", "p.")})`
        )
      )
      .contextOf(["id", "notice_channel", "done_at"], TOLD)
      .freeOf(["breach_id", "breach_person_id", "batch", "outcome"], TOLD)
      .freeOf(["digest", "told_by"], TOLD),
  ],
})
