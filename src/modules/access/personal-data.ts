import { by, registerPersonalData, table, where } from "../personal-data"

registerPersonalData({
  tables: [
    table("dk_access_role")
      .of(by("user_id", "user"), by("given_by", "user"))
      .columnsOf(["user_id", "given_by"], {
        category: "staff",
        purpose: "administration",
        origin: "internal",
        basis: "legitimate_interest",
        retention: "evidence",
        erase: "keep",
        portable: false,
      })
      .contextOf(["id", "role", "created_at"], "which role staff was given, and when")
      .freeOf(["controller_id"], "the shop's own data"),
    table("dk_access_event")
      .of(where("t.subject_ids && (:customer || :order || :cart)"), by("actor_id", "user"))
      .columnsOf(["subject_ids"], {
        category: "evidence",
        purpose: "accountability",
        origin: "observed",
        basis: "legal_obligation",
        retention: "evidence",
        erase: "keep",
        portable: false,
        secret: true,
      })
      .column("actor_id", {
        category: "staff",
        purpose: "administration",
        origin: "observed",
        basis: "legitimate_interest",
        retention: "evidence",
        erase: "keep",
        portable: false,
        secret: true,
      })
      .contextOf(
        ["id", "role", "route", "purpose", "read_at"],
        "that staff read the person's data: when, in which role and why, never who"
      )
      .freeOf(["controller_id", "actor_type", "count"], "the shop's own data"),
    table("dk_access_heartbeat").of().freeOf(["id"], "the shop's own data"),
  ],
})
