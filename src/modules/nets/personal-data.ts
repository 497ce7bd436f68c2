import { by, registerPersonalData, table } from "../personal-data"

registerPersonalData({
  recipients: [{ name: "Nets (Nexi)", purposes: ["payment"], country: "dk" }],
  tables: [
    table("dk_nets_receipt")
      .of(by("session_id", "payment_session"))
      .contextOf(
        [
          "id",
          "session_id",
          "payment_id",
          "event",
          "event_id",
          "charge_id",
          "refund_id",
          "cancel_id",
        ],
        "ids of the payment and of what happened to it; no names, no card"
      )
      .freeOf(["currency_code", "error_code", "outcome"], "a currency and codes are nobody's"),
    table("dk_nets_payment")
      .of(by("session_id", "payment_session"))
      .contextOf(
        [
          "id",
          "session_id",
          "payment_collection_id",
          "payment_id",
          "payment_type",
          "payment_method",
          "charges",
          "refunds",
          "problem",
        ],
        "ids, amounts and states of the payment, and the kind of payment method; no names, no card"
      )
      .freeOf(
        ["account", "environment", "currency_code"],
        "the store's own account and a currency"
      ),
  ],
})
