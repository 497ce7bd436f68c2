import { da } from "./words.da"
import { en } from "./words.en"
import { monthlyMail } from "./monthly-mail"

const FACTS = {
  ...{ shop: "Nordlys", month: "2026-12", tasks: [], url: null },
  ...{ stoppedUntil: null, failed: [], dueThisMonth: 0, setupMissing: 0 },
}

describe("the words of the overview", () => {
  it("are there in both languages, and count in both", () => {
    expect(Object.keys(da).sort()).toEqual(Object.keys(en).sort())
    const counts = (words: typeof da) =>
      Object.entries(words).map(([name, [, other]]) => [name, other.includes("{count}")])
    expect(Object.fromEntries(counts(da))).toEqual(Object.fromEntries(counts(en)))
  })
})

describe("the mail of a month", () => {
  it("says so when nothing needs anybody, and where to look", () => {
    const { subject, text } = monthlyMail(FACTS, "da")
    expect(subject).toBe("Persondata: intet kræver dig")
    expect(text).toContain("Intet kræver dig lige nu.")
    expect(text).toContain("Intet når sin slettefrist i december 2026.")
    expect(text).toContain("Opsætningen er færdig.")
    expect(text).toContain("Se det hele i Admin under Persondata.")
  })

  it("lists what does, and links to the overview", () => {
    const url = "https://api.example/app/privacy"
    const tasks = ["1 request is overdue"]
    const { subject, text } = monthlyMail(
      { ...FACTS, tasks, url, dueThisMonth: 1, setupMissing: 2 },
      "en"
    )
    expect(subject).toBe("Personal data: 1 thing needs you")
    expect(text).toContain("- 1 request is overdue")
    expect(text).toContain(
      "1 thing reaches the end of its term in December 2026 and goes by itself."
    )
    expect(text).toContain("Setting up: 2 points are missing.")
    expect(text).toContain(url)
  })

  it("never takes what could not be read for a good sign", () => {
    const unread = { ...FACTS, failed: ["fund", "brud"], dueThisMonth: null, setupMissing: null }
    const { subject, text } = monthlyMail(unread, "da")
    expect(subject).toBe("Persondata: noget kunne ikke læses")
    expect(text).toContain(
      "Vi kunne ikke læse: fund og brud. Vi ved derfor ikke, om noget der kræver dig."
    )
    expect(text).not.toMatch(/Intet|færdig/u)
    expect(monthlyMail({ ...unread, tasks: ["1 request is overdue"] }, "en").subject).toBe(
      "Personal data: 1 thing needs you"
    )
  })

  it("says that erasing is stopped, and until when", () => {
    const stopped = { ...FACTS, stoppedUntil: "2099-12-31" }
    expect(monthlyMail({ ...stopped, dueThisMonth: 2 }, "da").text).toContain(
      "2 ting når deres slettefrist i december 2026. Sletning er stoppet til og med 31. december 2099."
    )
    expect(monthlyMail(stopped, "en").text).toContain(
      "Nothing reaches the end of its term in December 2026. Erasing is stopped until 31 December 2099 inclusive."
    )
  })
})
