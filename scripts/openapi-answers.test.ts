import { readFileSync } from "node:fs"
import { join } from "node:path"
import { checkAnswer } from "../integration-tests/http/helpers/openapi"

type Document = { paths: Record<string, Record<string, { responses: Record<string, object> }>> }

const document = JSON.parse(
  readFileSync(join(__dirname, "../docs/openapi.json"), "utf8")
) as Document

const JSON_TYPE = "application/json; charset=utf-8"

const answered = (path: string, status: number, body: unknown, type = JSON_TYPE) => {
  const text = JSON.stringify(body)
  const response = new Response(text, { status, headers: { "content-type": type } })
  return () => {
    checkAnswer({ method: "GET", path, response, text, body })
  }
}

describe("an answer of the HTTP tests", () => {
  const kept = "/admin/dk/invoices/kept-until"

  it.each([
    ["as the document says", kept, 200, { kept: [{ month: "2031-12", count: 2 }] }],
    ["a refusal", `${kept}?x=1`, 403, { type: "forbidden", message: "no" }],
    ["of a route of Medusa's", "/admin/orders", 200, { anything: 1 }],
    ["a refusal without a word", "/admin/dk/invoices", 401, { message: "Unauthorized" }],
  ])("passes: %s", (_what, path, status, body) => {
    expect(answered(path, status, body)).not.toThrow()
  })

  it.each([
    [
      "lacks a field",
      200,
      { kept: [{ month: null }] },
      "/kept/0 must have required property 'count'",
    ],
    ["has a field too many", 200, { kept: [], total: 1 }, '"total"'],
    [
      "has another type",
      200,
      { kept: [{ month: null, count: "2" }] },
      "/kept/0/count must be number",
    ],
    ["has another status", 201, { kept: [] }, "this status is not there"],
    ["is a refusal of another form", 400, { errors: [] }, "must have required property 'message'"],
  ])("fails with route, status and place: it %s", (_what, status, body, place) => {
    const check = answered(kept, status, body)
    expect(check).toThrow(`GET ${kept} → ${status.toString()} is not as docs/openapi.json says`)
    expect(check).toThrow(place)
  })

  it("fails when it is no JSON where JSON is said, and never says the value", () => {
    expect(answered(kept, 200, "<p>", "text/html")).toThrow("text/html is not there")
    const secret = { kept: [{ month: 5, count: "Karen Jensen" }] }
    expect(answered(kept, 200, secret)).not.toThrow("Karen")
  })

  it("meets the route with the fewest parameters first", () => {
    expect(answered("/admin/privacy/breaches/numbers", 200, {})).toThrow("/breaches/numbers →")
    expect(answered("/admin/privacy/breaches/dkbre_1", 200, {})).toThrow("/breaches/{id} →")
  })

  it("can be judged for every route", () => {
    const judged = Object.entries(document.paths).flatMap(([template, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => {
          const path = template.replace(/\{\w+\}/g, "x_1")
          const code = status === "default" ? 500 : Number(status)
          const response = new Response("null", {
            status: code,
            headers: { "content-type": JSON_TYPE },
          })
          try {
            checkAnswer({ method, path, response, text: "null", body: null })
            return ""
          } catch (error) {
            return error instanceof Error ? error.message : ""
          }
        })
      )
    )
    expect(judged.length).toBeGreaterThan(1_000)
    const unexpected = judged.filter(
      (said) => said !== "" && !said.includes("is not as docs/openapi.json says")
    )
    expect(unexpected).toEqual([])
  })
})
