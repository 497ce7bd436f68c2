import { noticeState } from "./notice-state"

const AT = "2026-11-26T12:00:00.000Z"

describe("what a version is", () => {
  it.each([
    ["draft", { id: "a", effective_from: null }],
    ["coming", { id: "a", effective_from: "2026-12-01T00:00:00.000Z" }],
    ["current", { id: "b", effective_from: "2026-01-01T00:00:00.000Z" }],
    ["replaced", { id: "a", effective_from: "2025-01-01T00:00:00.000Z" }],
  ])("%s", (state, notice) => {
    expect(noticeState(notice, new Set(["b"]), AT)).toBe(state)
  })
})
