import { by, registerPersonalData, table, where } from "../personal-data"
import type { ColumnRule } from "../personal-data"

const EVIDENCE: ColumnRule = {
  category: "consent",
  purpose: "accountability",
  origin: "observed",
  basis: "legitimate_interest",
  retention: "evidence",
  erase: "keep",
  portable: false,
}

const SHOP = "the shop's own data"

/** What happened, latest first, each with the text it happened beside: the consent sheet of an export. */
const SHEET = `
  SELECT json_build_object('occurred_at', e.occurred_at, 'subject_key', e.subject_key, 'purpose', e.purpose,
    'channel', e.channel, 'state', e.state, 'source', e.source, 'place', e.place, 'notice_sha256', e.notice_sha256,
    'notice', CASE WHEN n.id IS NULL THEN NULL ELSE json_build_object('kind', n.kind, 'locale', n.locale,
      'version', n.version, 'effective_from', n.effective_from, 'body', n.body, 'data', n.data) END) AS row
  FROM dk_consent_event e LEFT JOIN dk_consent_notice n ON n.id = e.notice_id
  WHERE e.subject_key = ANY(ARRAY(SELECT s.id FROM dk_consent_subject s
    WHERE s.customer_id = ANY(:customer) OR lower(s.email) = ANY(:email)))
  ORDER BY e.occurred_at DESC, e.id DESC`

/**
 * Two years after the last event or use of a person, purpose and channel, as the table's guard says; an objection stays
 * for as long as anybody knows whose it is.
 */
const proof = (condition: string): string => `
  SELECT CASE WHEN bool_or(e.state = 'objected') AND s.id IS NOT NULL THEN NULL
      ELSE ((greatest(max(e.occurred_at), max(u.used_at)) AT TIME ZONE 'Europe/Copenhagen')::date + interval '2 years')::date END AS due_on,
    count(DISTINCT e.id) AS count
  FROM dk_consent_event e LEFT JOIN dk_consent_subject s ON s.id = e.subject_key
    LEFT JOIN dk_consent_use u ON u.subject_key = e.subject_key AND u.purpose = e.purpose AND u.channel = e.channel
  WHERE ${condition} GROUP BY e.subject_key, e.purpose, e.channel, s.id`

registerPersonalData({
  retention: [
    {
      name: "consent_proof",
      sql: proof("e.channel IS DISTINCT FROM 'cookies'"),
      // Who asked for marketing is not inactive: that has an end of its own.
      tables: [
        "dk_consent_event",
        "dk_consent_use",
        "dk_consent_subject",
        "dk_consent_subscription",
      ],
    },
    { name: "cookie_proof", sql: proof("e.channel = 'cookies'") },
  ],
  sections: [
    {
      name: "consent_sheet",
      title: {
        da: "Dine samtykker og teksterne ved siden af",
        en: "Your consents and the texts beside them",
      },
      sql: SHEET,
    },
  ],
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
      .columnsOf(["subject_key", "order_id"], EVIDENCE)
      .contextOf(
        [
          "id",
          "purpose",
          "channel",
          "state",
          "source",
          "place",
          "notice_id",
          "notice_sha256",
          "method",
          "occurred_at",
        ],
        "what was shown or said, and which version of the text"
      )
      .freeOf(["controller_id"], SHOP)
      .freeOf(["natural_key"], "what makes it the same event, made of the ids beside it"),
    table("dk_consent_use")
      .of(
        where(
          "t.subject_key = ANY(ARRAY(SELECT s.id FROM dk_consent_subject s WHERE s.customer_id = ANY(:customer) OR lower(s.email) = ANY(:email)))"
        )
      )
      .columnsOf(["subject_key"], EVIDENCE)
      .contextOf(
        ["id", "purpose", "channel", "used_at"],
        "when a permission was used, and for what"
      )
      .freeOf(["controller_id"], SHOP),
    table("dk_consent_cart_choice")
      .of(by("cart_id", "cart"))
      .contextOf(
        ["id", "cart_id", "purpose", "channel", "state", "notice_id"],
        "what was chosen in the checkout"
      )
      .freeOf(["controller_id"], SHOP),
    table("dk_consent_registration_notice")
      .of(by("auth_identity_id", "auth_identity"))
      .contextOf(["id", "notice_id"], "which notice making the account showed")
      .freeOf(["auth_identity_id"], "a link to the login")
      .freeOf(["controller_id"], SHOP)
      .removed(),
    table("dk_consent_subscription")
      .of(where("lower(t.email) = ANY(:email)"))
      .column("email", {
        category: "consent",
        purpose: "marketing",
        origin: "provided",
        basis: "consent",
        retention: "short",
        erase: "null",
      })
      .contextOf(
        ["id", "subject_key", "purpose", "channel", "notice_id", "locale"],
        "which marketing was asked for, and beside which text"
      )
      .freeOf(["controller_id", "outcome"], SHOP)
      .removed(),
    table("dk_consent_suppression")
      .of()
      .freeOf(
        ["digest"],
        "a keyed digest that keeps marketing away from who objected; it must outlive an erasure (GDPR Art. 21(3))"
      )
      .freeOf(["purpose", "channel", "except_for"], "which marketing was said no to")
      .freeOf(["id", "controller_id", "key_id"], SHOP),
    table("dk_consent_cart_notice")
      .of(by("cart_id", "cart"))
      .contextOf(["id", "cart_id", "notice_id"], "which notice the checkout showed")
      .freeOf(["controller_id"], SHOP),
    table("dk_consent_notice")
      .of()
      .freeOf(
        ["id", "controller_id", "kind", "purpose", "channel", "locale", "body", "data", "sha256"],
        SHOP
      ),
  ],
})
