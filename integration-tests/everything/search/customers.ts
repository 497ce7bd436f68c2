import { defineSearchIndex, graphConsume, graphSeed, search } from "@medusajs/framework/utils"

const fields = ["id", "email", "first_name", "last_name"]

/** Customers to be found by e-mail and name. It does not listen to `customer.deleted`: an erasure must reach it too. */
export default defineSearchIndex({
  name: "customers",
  entity: "customer",
  fields: search.define({
    id: search.keyword().filterable(),
    email: search.text().searchable(),
    first_name: search.text().searchable(),
    last_name: search.text().searchable(),
  }),
  events: ["customer.created", "customer.updated"],
  seed: graphSeed({ fields }),
  consume: graphConsume({ fields }),
})
