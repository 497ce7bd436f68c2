import { model } from "@medusajs/framework/utils"

/**
 * Somebody affected, by the row that leads to them: a customer, a guest's order, or the document of somebody erased. Where
 * they are reached is read when they are told, and not copied.
 */
const BreachPerson = model.define(
  { name: "breachPerson", tableName: "dk_breach_person" },
  {
    id: model.id({ prefix: "dkbrp" }).primaryKey(),
    breach_id: model.text(),
    /** Keyed digest of the e-mail, or the row's id without one: makes somebody one person. */
    person_key: model.text(),
    customer_id: model.text().nullable(),
    order_id: model.text().nullable(),
    document_id: model.text().nullable(),
    /** Protected addresses are told first. */
    has_protected_address: model.boolean(),
  }
)

export default BreachPerson
