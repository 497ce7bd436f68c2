import { breachFactsSchema } from "./facts"
import { draftNotice } from "./notice"
import { breachReminder } from "./reminder-texts"
import { renderReport, reportJson } from "./report"
import { tipNote } from "./tip-texts"

const WHOLE = breachFactsSchema().parse({
  title: "Mail til en forkert",
  kinds: ["confidentiality"],
  occurred_from: "2026-06-05T10:00:00+02:00",
  detected_at: "2026-06-05T15:00:00+02:00",
  aware_at: "2026-06-05T16:45:00+02:00",
  nature: "En liste blev sendt til en forkert modtager.",
  people_categories: ["customers"],
  people_count: 12,
  data_categories: ["name", "email"],
  records_count: 12,
  consequences: "Uønskede mails.",
  measures_taken: "Modtageren har slettet listen.",
})

const CONTROLLER = {
  name: "Nordlys Papir ApS",
  cvr: "14277137",
  address: "Prøvegade 12, 5000 Odense C",
  email: "kontakt@butik.example",
}

describe("a report", () => {
  const parts = {
    ...{ controller: CONTROLLER, facts: WHOLE, delay_reasons: null, is_drill: false },
    owes_reasons: false,
    assessment: {
      ...{ risk: "risk" as const, reasoning: "Navne og e-mails." },
      ...{ exemption: null, exemption_reason: null },
    },
  }

  it("says what Art. 33(3) asks, by the shop's clock", () => {
    const text = renderReport(parts, "da")
    expect(text).toContain("Hvornår vi var rimeligt sikre\n5. juni 2026 kl. 16.45")
    expect(text).toContain("Kontaktpunkt\nNordlys Papir ApS, kontakt@butik.example")
    expect(text).toContain("Omtrentligt antal personer\n12")
    expect(text).not.toContain("ØVELSE")
    expect(renderReport(parts, "en")).toContain("Risk to the people concerned\nrisk\n")
  })

  it("says what is not known yet, why it is late, and that a drill is one", () => {
    const text = renderReport(
      {
        ...{ ...parts, is_drill: true, delay_reasons: "Leverandøren svarede sent." },
        facts: { ...WHOLE, consequences: "" },
      },
      "da"
    )
    expect(text).toMatch(/^ØVELSE: skal ikke anmeldes\n/)
    expect(text).toContain("Sandsynlige konsekvenser\nIkke oplyst endnu")
    expect(text).toContain("Hvorfor fristen er overskredet\nLeverandøren svarede sent.")
  })

  it("says that reasons are owed while nobody has given them", () => {
    const late = { ...parts, owes_reasons: true }
    expect(reportJson(late).missing).toEqual(["delay_reasons"])
    expect(renderReport(late, "da")).toContain("Hvorfor fristen er overskredet\nIkke oplyst endnu")
    expect(renderReport(late, "en")).toContain("Why the deadline was missed\nNot known yet")
    expect(reportJson(parts).missing).toEqual([])
    expect(renderReport(parts, "da")).not.toContain("Hvorfor fristen er overskredet")
  })

  it("is the same for a machine", () => {
    expect(reportJson({ ...parts, facts: { ...WHOLE, nature: "" } })).toMatchObject({
      ...{ is_drill: false, risk: "risk", missing: ["nature"] },
      breach: { aware_at: "2026-06-05T16:45:00+02:00" },
    })
  })
})

describe("a reminder", () => {
  const reminded = {
    facts: { ...WHOLE, people_count: null, consequences: "" },
    ...{ deadlineAt: new Date("2026-11-24T16:45:00+01:00"), isDrill: false },
    now: new Date("2026-11-22T13:40:00+01:00"),
  }
  const textAt = (now: string, locale: "da" | "en" = "da", facts = WHOLE) =>
    breachReminder({ ...reminded, facts, now: new Date(now) }, locale).text

  it("says by when, what is missing, and that the rest can follow", () => {
    expect(breachReminder(reminded, "da")).toEqual({
      title: "Et brud skal anmeldes",
      text: "Frist til Datatilsynet: tirsdag 24. november kl. 16.45 (om 51 timer). Tæller også weekend. Mangler: antal berørte, konsekvenser. Du kan anmelde nu og sende resten senere.",
    })
    expect(breachReminder(reminded, "en")).toEqual({
      title: "A breach is to be reported",
      text: "Limit to the authority: Tuesday 24 November at 16:45 (in 51 hours). Weekends count. Missing: number of people affected, consequences. You may report now and send the rest later.",
    })
  })

  it("counts one hour as one, and minutes below it", () => {
    expect(textAt("2026-11-24T15:30:00+01:00")).toContain("(om 1 time)")
    expect(textAt("2026-11-24T15:30:00+01:00", "en")).toContain("(in 1 hour)")
    expect(textAt("2026-11-24T16:00:00+01:00")).toContain("(om 45 minutter)")
    expect(textAt("2026-11-24T16:44:00+01:00", "en")).toContain("(in 1 minute)")
  })

  it("says when it is too late, and asks why", () => {
    const late = "2026-11-24T16:45:00.001+01:00"
    expect(textAt(late)).toBe(
      "Fristen til Datatilsynet var tirsdag 24. november kl. 16.45. Anmeld nu, og skriv hvorfor det er sent."
    )
  })

  it("of a drill asks nobody to report", () => {
    const drill = { ...reminded, isDrill: true }
    expect(breachReminder(drill, "da").title).toBe("ØVELSE: fristen løber")
    expect(breachReminder(drill, "da").text).toMatch(/Det er en øvelse: anmeld ikke noget\.$/)
    expect(breachReminder(drill, "en").title).toBe("DRILL: the limit runs")
    expect(breachReminder(drill, "en").text).toMatch(/This is a drill: report nothing\.$/)
    const late = { ...drill, now: new Date("2026-11-25T00:00:00Z") }
    expect(breachReminder(late, "da").title).toBe("ØVELSE: fristen er overskredet")
  })
})

describe("words of the limit", () => {
  it.each(["da", "en"] as const)("leave its hours to the shop's options, in %s", (locale) => {
    const late = {
      ...{ controller: CONTROLLER, facts: WHOLE, assessment: null, is_drill: false },
      ...{ delay_reasons: null, owes_reasons: true },
    }
    expect(`${renderReport(late, locale)} ${tipNote(locale).text}`).not.toMatch(/72/)
  })
})

describe("a notice to people", () => {
  it.each(["da", "en"] as const)("says what Art. 34(2) asks, and nothing else, in %s", (locale) => {
    const { subject, text } = draftNotice(
      { controller: CONTROLLER, facts: WHOLE, is_drill: false },
      locale
    )
    expect(subject).toContain("Nordlys Papir ApS")
    for (const part of [WHOLE.nature, WHOLE.consequences, WHOLE.measures_taken]) {
      expect(text).toContain(part)
    }
    expect(text).toContain("kontakt@butik.example")
    expect(text).toContain("datatilsynet.dk")
    expect(`${subject}\n${text}`).toMatchSnapshot()
  })

  it("is marked when it is a drill", () => {
    const parts = { controller: CONTROLLER, facts: WHOLE, is_drill: true }
    expect(draftNotice(parts, "da").subject).toMatch(/^ØVELSE\. /)
  })
})
