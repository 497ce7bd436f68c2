import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail } from "../../../../types/http"
import { Facts } from "../../../shared/facts"
import { formatList, formatMoment } from "../../../shared/format"
import { FactsDrawer } from "../forms/facts-drawer"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"
import { Written } from "./written"

/** As it stands inside a sentence: a word that is written in capitals keeps them. */
const inSentence = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** As it stands by itself. */
const asValue = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const TEXTS = ["nature", "consequences", "measures_taken", "measures_planned"] as const

const useRows = ({ facts, source, quick_start: quickStart }: AdminBreachDetail) => {
  const { t, i18n } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  const known = (text: string) => (text === "" ? t("facts.unknown") : text)
  const moment = (at: string | null) => (at === null ? "" : formatMoment(at, i18n.language))
  const list = (texts: string[]) => known(asValue(formatList(texts.map(inSentence), i18n.language)))
  const count = (value: number | null) => known(value?.toLocaleString(i18n.language) ?? "")
  const { occurred_from: from, occurred_to: to } = facts
  const period =
    from !== null && to !== null
      ? t("facts.period", { from: moment(from), to: moment(to) })
      : moment(from ?? to)
  const short = (kind: string) => kind.split(":")[0] ?? kind
  const field = (name: string) => tBreaches(`field.${name}`)
  return [
    { label: tBreaches("sourceLabel"), value: tBreaches(`source.${source}`) },
    ...(quickStart === null
      ? []
      : [{ label: t("facts.quickStart"), value: tBreaches(`quickStart.${quickStart}`) }]),
    ...(facts.processor === "" ? [] : [{ label: field("processor"), value: facts.processor }]),
    { label: field("aware_at"), value: known(moment(facts.aware_at)) },
    { label: field("detected_at"), value: known(moment(facts.detected_at)) },
    { label: t("facts.occurred"), value: known(period) },
    {
      label: field("kinds"),
      value: list(facts.kinds.map((kind) => short(tBreaches(`kind.${kind}`)))),
    },
    {
      label: field("people_categories"),
      value: list(facts.people_categories.map((one) => tBreaches(`people.${one}`))),
    },
    { label: field("people_count"), value: count(facts.people_count) },
    {
      label: field("data_categories"),
      value: list(facts.data_categories.map((one) => tBreaches(`data.${one}`))),
    },
    { label: field("records_count"), value: count(facts.records_count) },
    { label: field("contact"), value: facts.contact || t("facts.shopContact") },
  ]
}

/** What is known, and what the report still lacks. */
export const FactsSection = ({ breach }: CaseProps) => {
  const { t } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  const [isEditing, setEditing] = useState(false)
  const rows = useRows(breach)
  const { facts, missing_in_report: missing, state } = breach
  const isOpen = state === "open"
  return (
    <CasePart
      breach={breach}
      title={t("facts.title")}
      text={t("facts.text")}
      testId="dk-breach-facts"
      actions={
        isOpen && (
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-breach-facts-edit"
            onClick={() => {
              setEditing(true)
            }}
          >
            {t("facts.edit")}
          </Button>
        )
      }
    >
      {isOpen && missing.length > 0 && (
        <div className="px-6 py-4">
          <Alert variant="info" data-testid="dk-breach-missing">
            {t("facts.missing", {
              fields: missing.map((field) => tBreaches(`missing.${field}`)).join(", "),
            })}
          </Alert>
        </div>
      )}
      <Facts rows={rows} />
      {TEXTS.filter((name) => facts[name] !== "").map((name) => (
        <Written key={name} label={tBreaches(`field.${name}`)} text={facts[name]} />
      ))}
      {isEditing && (
        <FactsDrawer
          breach={breach}
          onClose={() => {
            setEditing(false)
          }}
        />
      )}
    </CasePart>
  )
}
