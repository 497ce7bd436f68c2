import { join } from "node:path"
import { findCardNumbers, findCprNumbers } from "../src/rules"
import { numbersInLog, typedNumbers } from "./lib/numbers-in-log.js"

const VECTORS = join(__dirname, "../integration-tests/vectors")

describe("the log of a test run", () => {
  it("is searched for every number that the tests type in", () => {
    const numbers = typedNumbers(VECTORS, { findCprNumbers, findCardNumbers })
    expect(numbers).toEqual(expect.arrayContaining(["2110625009", "4111111111111111"]))
    expect(numbersInLog(`POST /x {"note":"2110625009"}\nok`, numbers)).toEqual(["2110625009"])
    expect(numbersInLog("order_92110625009 at 1.2110625009, 211062-****", numbers)).toEqual([])
  })
})
