import { by, table } from "medusa-plugin-denmark/personal-data"
import type { ColumnRule, PersonalDataRegistration } from "medusa-plugin-denmark/personal-data"

/** What a customer wrote to have it printed on a card. */
const WRITTEN: ColumnRule = {
  category: "order_note", // groups it in previews, proofs and the record
  purpose: "sale", // the activity of the Article 30 record it belongs to
  origin: "provided", // provided | observed | derived | internal
  basis: "contract", // contract | legal_obligation | consent | legitimate_interest
  retention: "erasure", // erasure | short | bookkeeping | evidence
  erase: "null", // what erasure leaves; see EraseStrategy
}

/** A shop's module with two tables: messages on gifts, and receipts that bookkeeping keeps. */
export const giftMessages: PersonalDataRegistration = {
  tables: [
    table("gift_message")
      .of(by("order_id", "order")) // whose row it is; several paths are alternatives
      .columnsOf(["sender", "message"], WRITTEN)
      // The person who gets the gift is somebody else: not part of the sender's portability export.
      .column("receiver", { ...WRITTEN, category: "delivery", portable: false })
      .column("packed_by", {
        ...WRITTEN,
        category: "staff",
        purpose: "administration",
        origin: "internal",
        basis: "legitimate_interest",
        secret: true, // erased, never exported
      })
      .column("choices", {
        ...WRITTEN,
        // Every key of this JSON column is personal, but for these.
        paths: {
          paper: { keep: "which paper was chosen; needed for reprints" },
          pickup_code: { secret: true },
        },
      })
      .contextOf(["id", "order_id"], "tells the person what the row is about")
      .freeOf(["state"], "how far the shop is with the gift"),
    table("gift_receipt")
      .of(by("order_id", "order"))
      .column("content", {
        ...WRITTEN,
        category: "invoice",
        purpose: "bookkeeping",
        basis: "legal_obligation",
        retention: "bookkeeping",
        erase: "keep",
      })
      .contextOf(["id", "order_id", "number"], "tells the person what the row is about")
      .freeOf(["keep_through"], "the last day of keeping"),
  ],
  // Your own keys in a JSON column that somebody else declares; all others count as personal.
  keys: [
    {
      table: "order",
      column: "metadata",
      paths: { gift_campaign: { keep: "the name of a campaign" } },
    },
  ],
  // Documents a law keeps after erasure: shown with their last day.
  keptDocuments: {
    name: "gift_receipt",
    sql: `SELECT order_id, number, keep_through, 'bogføringsloven § 12' AS law
            FROM gift_receipt WHERE order_id = ANY(:order)`,
  },
  // Rows with a last day of their own, for the overview of what is held until when; you erase them yourself.
  retention: [
    {
      name: "gift_receipt",
      sql: `SELECT keep_through::date AS due_on, count(*) AS count FROM gift_receipt GROUP BY 1`,
      tables: ["gift_receipt"], // the nightly sweep leaves them to you
    },
  ],
  // Orders whose data is needed a little longer; the rest of the person goes meanwhile.
  blocks: {
    name: "gift_message",
    sql: `SELECT order_id, 'gift_at_printer' AS reason
            FROM gift_message WHERE state = 'at_printer' AND order_id = ANY(:order)`,
  },
  // Told in an access export, beside the rows.
  sections: [
    {
      name: "gifts_sent",
      title: { da: "Sendte gaver", en: "Gifts sent" },
      sql: `SELECT json_build_object('gifts', count(*)) AS row
              FROM gift_message WHERE order_id = ANY(:order)`,
    },
  ],
  // Who gets the data: for access answers and the record. Outside the EU and EEA, say what protects it.
  recipients: [
    { name: "Korttrykkeriet ApS", purposes: ["sale"], country: "dk" },
    {
      name: "Gift Fonts Inc.",
      purposes: ["sale"],
      country: "us",
      safeguard: "standard contractual clauses",
    },
  ],
}
