import { model } from "@medusajs/framework/utils"

/** An account that was erased; its tokens are refused. The id is the customer's. */
const ErasedActor = model.define(
  { name: "personalDataErasedActor", tableName: "dk_personal_data_erased_actor" },
  { id: model.text().primaryKey(), erasure_id: model.text() }
)

export default ErasedActor
