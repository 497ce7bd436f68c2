import * as exported from "@medusajs/medusa/core-flows"
import { coreFlows } from "./core-flows"

it("has the very workflows and steps that Medusa exports", () => {
  expect(Object.keys(exported).length).toBeGreaterThan(1_000)
  expect({ ...coreFlows }).toMatchObject({ ...exported })
  expect(coreFlows.emitEventStep).toBe(exported.emitEventStep)
})
