import vectors from "../../../../integration-tests/vectors/deadline-extension.json"
import { clockOf, dueReminder, planClockOf, remindersOf } from "./clock"
import { reminderTexts } from "./reminder-texts"

const NOW = new Date("2026-01-01T12:00:00Z")

const asked = (received: string) => ({ received_on: received, extension: null, pauses: [] })

describe("the clock of a request", () => {
  it.each(vectors.cases)("$why", ({ input, expect: expected }) => {
    const { receivedOn, extensionNotifiedAt: at, reasonsGiven } = input
    const extension = at === null ? null : { at: new Date(at), has_reasons: reasonsGiven }
    const clock = clockOf({ received_on: receivedOn, extension, pauses: [] }, NOW)
    expect(clock.is_extended).toBe(expected.extended)
    expect(clock.legal).toBe(expected.deadline)
  })

  it("stands still while the shop asks who it is", () => {
    const pauses = [
      { from: new Date("2026-02-02T08:00:00Z"), until: new Date("2026-02-05T20:00:00Z") },
    ]
    const clock = clockOf({ ...asked("2026-01-31"), pauses }, NOW)
    expect(clock).toMatchObject({ paused_days: 3, strict: "2026-03-03", legal: "2026-03-03" })
  })

  it("counts a pause that goes on until now", () => {
    const pauses = [{ from: new Date("2026-02-02T08:00:00Z"), until: null }]
    const at = new Date("2026-02-10T08:00:00Z")
    expect(clockOf({ ...asked("2026-01-31"), pauses }, at).paused_days).toBe(8)
  })

  it("does not take an extension for timely because the clock stood still after it", () => {
    const extension = { at: new Date("2026-02-10T08:00:00Z"), has_reasons: true }
    const pauses = [
      { from: new Date("2026-02-11T08:00:00Z"), until: new Date("2026-02-25T08:00:00Z") },
    ]
    const clock = clockOf({ received_on: "2026-01-01", extension, pauses }, NOW)
    expect(clock).toMatchObject({ is_extended: false, strict: "2026-02-01", legal: "2026-02-02" })
  })

  it("takes one for timely that came while the clock stood still, by the days until then", () => {
    const at = (day: string) => new Date(`${day}T08:00:00Z`)
    const paused = (until: string | null) =>
      clockOf(
        {
          received_on: "2026-01-01",
          extension: { at: at("2026-02-10"), has_reasons: true },
          pauses: [{ from: at("2026-01-25"), until: until === null ? null : at(until) }],
        },
        at("2026-03-01")
      )
    expect(paused("2026-02-20")).toMatchObject({ is_extended: true, paused_days: 26 })
    expect(paused(null)).toMatchObject({ is_extended: true, paused_days: 35 })
    expect(paused("2026-01-27")).toMatchObject({ is_extended: false, paused_days: 2 })
  })

  it("is not wound back by a pause that began when it was too late", () => {
    const pauses = [
      { from: new Date("2026-02-03T08:00:00Z"), until: new Date("2026-02-25T08:00:00Z") },
    ]
    const clock = clockOf({ ...asked("2026-01-01"), pauses }, NOW)
    expect(clock).toMatchObject({ paused_days: 0, legal: "2026-02-02" })
  })

  it("reminds on working days before the limit, and once it is late", () => {
    // Maundy Thursday, Good Friday and Easter Monday lie before the limit of 7 April.
    const clock = clockOf(asked("2026-03-07"), NOW)
    expect(clock.strict).toBe("2026-04-07")
    expect(remindersOf(clock)).toEqual([
      { on: "2026-03-24", kind: "7_days" },
      { on: "2026-03-30", kind: "3_days" },
      { on: "2026-04-01", kind: "1_day" },
      { on: "2026-04-08", kind: "overdue" },
    ])
  })

  it("says the latest reminder that has come, and while the clock stands still only that it is late", () => {
    const clock = clockOf(asked("2026-03-07"), NOW)
    expect(dueReminder({ clock, is_paused: false }, "2026-03-23")).toBeUndefined()
    expect(dueReminder({ clock, is_paused: false }, "2026-03-31")?.kind).toBe("3_days")
    expect(dueReminder({ clock, is_paused: true }, "2026-03-31")).toBeUndefined()
    expect(dueReminder({ clock, is_paused: true }, "2026-04-08")?.kind).toBe("overdue")
  })

  it("goes on for what is planned: to the day that was promised, or three months after receipt", () => {
    const planned = { received_on: "2026-10-31", finish_by: "2026-12-20" }
    expect(planClockOf(planned)).toEqual({ strict: "2026-12-20", legal: "2026-12-20" })
    expect(remindersOf(planClockOf(planned)).at(-1)).toEqual({ on: "2026-12-21", kind: "overdue" })
    expect(planClockOf({ ...planned, finish_by: null }).strict).toBe("2027-01-31")
  })

  it("says what staff is to do when a promised day has passed", () => {
    const clock = planClockOf({ received_on: "2026-10-31", finish_by: "2026-12-20" })
    const late = { id: "dkreq_1", kind: "overdue", clock, is_planned: true } as const
    expect(reminderTexts("da", late).text).toBe(
      "Resten skulle være slettet senest den 20. december 2026. Se, hvad den venter på, og skriv til personen. Persondata > Anmodninger (dkreq_1)."
    )
    expect(reminderTexts("en", { ...late, is_planned: false }).text).toBe(
      "The limit for an answer was 20 December 2026. Personal data > Requests (dkreq_1)."
    )
  })
})
