import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { personalData } from "../../../docs/examples/host-options"
import PersonalDataModuleService from "../../../src/modules/personal-data/service"
import type { Suite } from "./suite"

/** The tables of the documented example, as a store's own migration would make them. */
const TABLES = [
  `CREATE TABLE gift_message (id text PRIMARY KEY, order_id text NOT NULL, sender text, receiver text,
     message text, packed_by text, choices jsonb, state text NOT NULL)`,
  `CREATE TABLE gift_receipt (id text PRIMARY KEY, order_id text NOT NULL, number text NOT NULL,
     content text NOT NULL, keep_through text NOT NULL)`,
]

/** Starts the module with the documented option, as a boot of the store does. */
export const startWithGifts = async (suite: Suite): Promise<void> => {
  for (const sql of TABLES) await suite.database().raw(sql)
  const dependencies = {
    [ContainerRegistrationKeys.LOGGER]: suite.container().resolve(ContainerRegistrationKeys.LOGGER),
    [ContainerRegistrationKeys.PG_CONNECTION]: suite.database(),
  }
  const service = new PersonalDataModuleService(dependencies, { personalData })
  expect(service.settings.register).toEqual(personalData.register)
}

/** A gift on an order; every value says whose it is and what it is. */
export const addGift = async (
  suite: Suite,
  orderId: string,
  name: string,
  state = "sent"
): Promise<void> => {
  const database = suite.database()
  await database("gift_message").insert({
    id: `gift_${name}`,
    order_id: orderId,
    sender: `${name}sender`,
    receiver: `${name}receiver`,
    message: `${name}message`,
    packed_by: `${name}packer`,
    choices: JSON.stringify({
      paper: `${name}paper`,
      pickup_code: `${name}code`,
      dedication: `${name}dedication`,
    }),
    state,
  })
  await database("gift_receipt").insert({
    id: `receipt_${name}`,
    order_id: orderId,
    number: `G-${name}`,
    content: `${name}receipt`,
    keep_through: "2031-12-31",
  })
}
