import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { draftOf, factsOf } from "../facts-draft"
import type { FactsDraft } from "../facts-draft"
import { useActForm } from "../hooks/use-act-form"
import { FACT_FIELDS, FactField, FactLists, isFactsReady } from "./facts-fields"

const BEFORE = [
  "title",
  "aware_at",
  "detected_at",
  "occurred_from",
  "occurred_to",
  "nature",
] as const

const AFTER = [
  "people_count",
  "records_count",
  "consequences",
  "measures_taken",
  "measures_planned",
  "processor",
  "contact",
] as const

type FactsDrawerProps = { breach: AdminBreachDetail; onClose: () => void }

/** All that the authority asks for; what is not known stays empty. */
export const FactsDrawer = ({ breach, onClose }: FactsDrawerProps) => {
  const { t } = useTranslation("dkBreachCase")
  const { t: tShared } = useTranslation("dkShared")
  // What was read when the form opened: the page is read anew behind it.
  const [before] = useState(breach)
  const [begun] = useState(() => draftOf(before.facts))
  const [draft, setDraft] = useState(begun)
  const form = useActForm({
    ...{ breachId: breach.id, path: "facts", done: t("saved"), fields: FACT_FIELDS, onClose },
  })
  const fields = {
    ...{ draft, problemOf: form.problemOf },
    onChange: (change: Partial<FactsDraft>) => {
      form.reset()
      setDraft({ ...draft, ...change })
    },
  }
  return (
    <FormDrawer
      title={t("facts.title")}
      text={t("facts.editText")}
      submitLabel={tShared("save")}
      isPending={form.isPending}
      isReady={isFactsReady(draft)}
      error={form.error}
      isTyped={draft !== begun}
      testId="dk-breach-facts-drawer"
      onSubmit={() => {
        form.submit({ ...factsOf(draft, before.facts), facts_version: before.facts_version })
      }}
      onClose={onClose}
    >
      {BEFORE.map((name) => (
        <FactField key={name} name={name} {...fields} />
      ))}
      <FactLists {...fields} />
      {AFTER.map((name) => (
        <FactField key={name} name={name} {...fields} />
      ))}
    </FormDrawer>
  )
}
