import { attemptOfError, attemptOfInquiry, attemptOfStatus } from "./provider-answer"

describe("attemptOfStatus", () => {
  it.each([
    [200, "delivered"],
    [202, "delivered"],
    [409, "delivered"],
    [301, "failed"],
    [400, "failed"],
    [401, "failed"],
    [422, "failed"],
    [429, "later"],
    [500, "later"],
    [503, "later"],
    [502, "uncertain"],
    [504, "uncertain"],
    [507, "uncertain"],
  ])("%d is %s", (status, result) => {
    expect(attemptOfStatus(status)).toEqual({ result, code: `http_${status.toString()}` })
  })
})

describe("attemptOfError", () => {
  it("is sure only of what failed before the request was written", () => {
    expect(attemptOfError("ECONNREFUSED")).toEqual({ result: "later", code: "econnrefused" })
    for (const code of ["ECONNRESET", "UND_ERR_SOCKET", "UND_ERR_HEADERS_TIMEOUT", undefined]) {
      expect(attemptOfError(code)).toEqual({ result: "uncertain", code: "no_answer" })
    }
  })
})

describe("attemptOfInquiry", () => {
  it.each([
    [200, "delivered"],
    [204, "delivered"],
    [404, "later"],
    [422, "failed"],
    [401, "uncertain"],
    [409, "uncertain"],
    [500, "uncertain"],
  ])("%d is %s", (status, result) => {
    expect(attemptOfInquiry(status)).toEqual({ result, code: `status_${status.toString()}` })
  })
})
