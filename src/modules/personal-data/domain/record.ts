import { isInEea } from "./export/eea"
import { recordTexts } from "./record-texts"
import type { People, RecordLocale } from "./record-texts"
import { BASES, CATEGORIES, PURPOSES, RETENTIONS } from "./registration-schema"
import type { Category, ColumnRule, Purpose, TableMap } from "./table-map"
import { isNamedBy } from "./table-names"

type RecordRecipient = {
  name: string
  purposes: readonly Purpose[]
  country: string
  safeguard?: string | undefined
}

/** One processing activity, in words of one language. */
export type RecordActivity = {
  purpose: string
  title: string
  bases: string[]
  people: string[]
  categories: string[]
  recipients: {
    name: string
    country: string
    safeguard: string | null
    /** Outside the EU and EEA, and nothing is stated that protects the data there (GDPR Art. 46). */
    needs_safeguard: boolean
  }[]
  retention: string[]
  tables: string[]
}

/** Whose data a category is. */
const PEOPLE: Record<Category, readonly People[]> = {
  account: ["customers"],
  login: ["customers"],
  address: ["customers", "receivers"],
  cart: ["customers", "visitors"],
  order_contact: ["customers"],
  order_note: ["customers"],
  delivery: ["customers", "receivers"],
  payment: ["customers"],
  sent_message: ["customers"],
  company: ["company_contacts"],
  consent: ["customers", "visitors"],
  newsletter: ["customers"],
  technical: ["customers", "visitors"],
  invoice: ["customers", "company_contacts"],
  evidence: ["customers"],
  staff: ["staff"],
}

/** What of `words` occurs, in their order, once. */
const occurring = <Word>(words: readonly Word[], found: readonly Word[]): Word[] =>
  words.filter((word) => found.includes(word))

/** A declared table that this database has; names with `*` stand for all tables of their form. */
const isPresent = ({ table }: TableMap, present: readonly string[]): boolean =>
  present.some((name) => isNamedBy(table, name))

const rulesOf = (map: TableMap, purpose: Purpose): ColumnRule[] =>
  Object.values(map.columns).filter((rule) => rule.purpose === purpose)

const receiving = (recipients: readonly RecordRecipient[], purpose: Purpose) =>
  recipients
    .filter(({ purposes }) => purposes.includes(purpose))
    .map(({ name, country, safeguard = null }) => ({
      name,
      country,
      safeguard,
      needs_safeguard: safeguard === null && !isInEea(country),
    }))

/**
 * The processing activities of GDPR Art. 30(1), derived from the map: one for each purpose that a personal column of
 * the store has.
 */
export const recordActivities = ({
  maps,
  presentTables,
  recipients,
  locale,
}: {
  maps: readonly TableMap[]
  /** Tables that the database has. */
  presentTables: readonly string[]
  recipients: readonly RecordRecipient[]
  locale: RecordLocale
}): RecordActivity[] => {
  const texts = recordTexts[locale]
  const present = maps.filter((map) => isPresent(map, presentTables))
  return PURPOSES.flatMap((purpose) => {
    const tables = present.filter((map) => rulesOf(map, purpose).length > 0)
    if (tables.length === 0) return []
    const rules = tables.flatMap((map) => rulesOf(map, purpose))
    const categories = occurring(
      CATEGORIES,
      rules.map(({ category }) => category)
    )
    const bases = rules.map(({ basis }) => basis)
    const retentions = rules.map(({ retention }) => retention)
    const people = new Set(categories.flatMap((category) => PEOPLE[category]))
    return [
      {
        purpose,
        title: texts.purposes[purpose],
        bases: occurring(BASES, bases).map((basis) => texts.bases[basis]),
        people: [...people].map((word) => texts.people[word]),
        categories: categories.map((category) => texts.categories[category]),
        recipients: receiving(recipients, purpose),
        retention: occurring(RETENTIONS, retentions).map((word) => texts.retentions[word]),
        tables: tables.map(({ table }) => table).sort(),
      },
    ]
  })
}
