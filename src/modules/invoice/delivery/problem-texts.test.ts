import { invoiceDelivery as danish } from "../../../admin/i18n/da/invoice-delivery"
import { invoiceDelivery as english } from "../../../admin/i18n/en/invoice-delivery"
import { DELIVERY_STATES } from "../domain/delivery/delivery"
import { PROBLEM_CODES } from "../domain/ubl/check-einvoice"

describe("the words on the screens", () => {
  it.each([
    ["Danish", danish],
    ["English", english],
  ])("name every problem of an e-invoice and every state in %s", (_language, texts) => {
    expect(Object.keys(texts.problem).sort()).toEqual([...PROBLEM_CODES].sort())
    expect(Object.keys(texts.state).sort()).toEqual([...DELIVERY_STATES].sort())
  })
})
