import { by, table } from "../../personal-data"

const SHOP = "the shop's own data"
const LINK = "a link between the shop's documents"
const SENT = "which document was sent, how, and what came of it"

/** What was sent, to whom in kind only, and the bytes of it: those are the document once more, and kept as it is. */
export const deliveryTables = [
  table("dk_invoice_delivery")
    .of(by("order_id", "order"))
    .column("note", {
      category: "order_note",
      purpose: "service",
      origin: "internal",
      basis: "legitimate_interest",
      retention: "erasure",
      erase: "null",
    })
    .contextOf(
      ["id", "order_id", "channel", "recipient", "way", "format", "state", "outcome", "created_at"],
      SENT
    )
    .freeOf(["problems"], SENT)
    .freeOf(["invoice_id"], LINK)
    .freeOf(["controller_id"], SHOP)
    .freeOf(["asked_by", "settled_by"], "the system, or the id of a staff user"),
  table("dk_invoice_delivery_payload")
    .of(by("order_id", "order"))
    .column("content", {
      category: "invoice",
      purpose: "bookkeeping",
      origin: "derived",
      basis: "legal_obligation",
      retention: "bookkeeping",
      erase: "keep",
    })
    .contextOf(["id", "order_id"], "which order the document is about")
    .freeOf(["delivery_id", "invoice_id"], LINK)
    .freeOf(["controller_id", "format"], SHOP)
    .freeOf(["sha256"], SENT),
  table("dk_invoice_announcement")
    .of()
    .freeOf(["id", "invoice_id"], LINK)
    .freeOf(["controller_id"], SHOP),
  table("dk_invoice_receiver")
    .of()
    .freeOf(
      ["id", "participant", "name"],
      "a public register's entry of a receiver of e-invoices, for a day"
    ),
]
