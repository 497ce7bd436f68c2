import { randomBytes } from "node:crypto"
import { companyInvoice } from "../../../../integration-tests/helpers/invoice-documents"
import { sha256 } from "../../../shared/sha256"
import { toCanonicalText } from "./canonical-text"

const CANDIDATES = 1_000_000

const sealed = (salt: string): string =>
  toCanonicalText({ ...companyInvoice, salt, previous_digest: null })

describe("the stub of a released document", () => {
  it("is not opened by whoever guesses all that stood on it a million times", () => {
    const salt = randomBytes(32).toString("hex")
    const stub = sha256(sealed(salt))
    const [before = "", after = ""] = sealed("?").split("?")
    expect(sha256(before + salt + after)).toBe(stub)
    let matches = 0
    for (let candidate = 0; candidate < CANDIDATES; candidate++) {
      if (sha256(before + candidate.toString(16).padStart(64, "0") + after) === stub) matches += 1
    }
    expect(matches).toBe(0)
  })
})
