import type { AdminNotice } from "../../../types/http"
import { dataLines, groupNotices, wholeText } from "./notice-groups"

const notice = (change: Partial<AdminNotice>): AdminNotice => ({
  id: "a",
  kind: "privacy",
  purpose: null,
  channel: null,
  locale: "da",
  version: 1,
  body: "Tekst.",
  data: null,
  sha256: "0".repeat(64),
  material: false,
  effective_from: null,
  published_at: null,
  created_at: "2026-11-26T12:00:00.000Z",
  state: "draft",
  ...change,
})

describe("texts in the list", () => {
  it("stand with their versions, by kind, purpose, channel and language", () => {
    const box = { kind: "marketing", purpose: "newsletter" } as const
    const groups = groupNotices([
      notice({ ...box, id: "mail", channel: "email" }),
      notice({ ...box, id: "sms", channel: "sms" }),
      notice({ id: "two", version: 2 }),
      notice({ id: "one" }),
      notice({ id: "english", locale: "en" }),
    ])
    expect(groups.map(({ versions }) => versions.map(({ id }) => id))).toEqual([
      ["mail"],
      ["sms"],
      ["two", "one"],
      ["english"],
    ])
  })

  it("are compared with what belongs to them", () => {
    const cookie = {
      name: "_kurv",
      provider: "Butikken",
      purpose: "necessary" as const,
      description: "Husker kurven.",
      lifetime: "7 dage",
    }
    expect(dataLines({ cookies: [cookie] })).toEqual([
      "_kurv | Butikken | necessary | Husker kurven. | 7 dage",
    ])
    expect(dataLines({ basis: "consent" })).toEqual(["consent"])
    const declares = { categories: ["cart"], recipients: ["Nets"], deadlines: { cart: "kort" } }
    expect(dataLines({ declares })).toEqual(["cart: kort", "Nets"])
    expect(wholeText(notice({ data: { declares } }))).toBe("Tekst.\ncart: kort\nNets")
  })
})
