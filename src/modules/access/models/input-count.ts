import { model } from "@medusajs/framework/utils"
import { INPUT_OUTCOMES } from "../domain/input-outcome"

/** How often the input guard did something on a day in Denmark. No value, no person, no path. */
const InputCount = model.define(
  { name: "accessInputCount", tableName: "dk_access_input_count" },
  {
    id: model.id({ prefix: "dkcount" }).primaryKey(),
    day: model.text(),
    outcome: model.enum([...INPUT_OUTCOMES]),
    count: model.number(),
  }
)

export default InputCount
