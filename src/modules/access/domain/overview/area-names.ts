import type { OverviewLocale } from "./say-task"

const NAMES = {
  da: {
    requests: "anmodninger",
    breaches: "brud",
    recipients: "modtagere",
    erasures: "sletninger",
    holds: "spærringer",
    restrictions: "begrænsninger",
    retention: "opbevaring",
    sweeps: "oprydning",
    notices: "tekster",
    consents: "samtykker",
    findings: "fund",
    staff_checks: "medarbejdertjek",
    data_map: "datakort",
    access: "adgang",
    nets: "Nets",
    invoices: "fakturaer",
    doctor: "opsætning",
  },
  en: {
    requests: "requests",
    breaches: "breaches",
    recipients: "recipients",
    erasures: "erasures",
    holds: "holds",
    restrictions: "restrictions",
    retention: "retention",
    sweeps: "sweeps",
    notices: "texts",
    consents: "consents",
    findings: "findings",
    staff_checks: "staff checks",
    data_map: "data map",
    access: "access",
    nets: "Nets",
    invoices: "invoices",
    doctor: "how the store is set up",
  },
} as const satisfies Record<OverviewLocale, object>

type NamedArea = keyof (typeof NAMES)[OverviewLocale]

/** An area of the overview, as a sentence lists it. */
export const nameArea = (area: NamedArea, locale: OverviewLocale): string => NAMES[locale][area]
