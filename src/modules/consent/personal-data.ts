import { by, registerPersonalData, table, where } from "../personal-data"

const SHOP = "the shop's own data"

registerPersonalData({
  tables: [
    table("dk_consent_subject")
      .of(by("customer_id", "customer"), where("lower(t.email) = ANY(:email)"))
      .column("customer_id", {
        category: "consent",
        purpose: "accountability",
        origin: "internal",
        basis: "legitimate_interest",
        retention: "erasure",
        erase: "null",
      })
      .column("email", {
        category: "consent",
        purpose: "accountability",
        origin: "provided",
        basis: "legitimate_interest",
        retention: "erasure",
        erase: "null",
      })
      .contextOf(["id"], "the key that stands on the evidence")
      .freeOf(["controller_id"], SHOP)
      .removed(),
    table("dk_consent_event")
      .of(
        by("order_id", "order"),
        where(
          "t.subject_key = ANY(ARRAY(SELECT s.id FROM dk_consent_subject s WHERE s.customer_id = ANY(:customer) OR lower(s.email) = ANY(:email)))"
        )
      )
      .columnsOf(["subject_key", "order_id"], {
        category: "consent",
        purpose: "accountability",
        origin: "observed",
        basis: "legitimate_interest",
        retention: "evidence",
        erase: "keep",
        portable: false,
      })
      .contextOf(
        [
          "id",
          "purpose",
          "channel",
          "state",
          "source",
          "notice_id",
          "notice_sha256",
          "occurred_at",
        ],
        "what was shown or said, and which version of the text"
      )
      .freeOf(["controller_id"], SHOP),
    table("dk_consent_cart_notice")
      .of(by("cart_id", "cart"))
      .contextOf(["id", "cart_id", "notice_id"], "which notice the checkout showed")
      .freeOf(["controller_id"], SHOP),
    table("dk_consent_notice")
      .of()
      .freeOf(["id", "controller_id", "kind", "locale", "body", "sha256"], SHOP),
  ],
})
