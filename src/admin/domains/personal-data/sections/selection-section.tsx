import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSelection, AdminSelectionRow } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { useConfirmSelection } from "../hooks/use-selection"
import { SelectionRows } from "./selection-rows"

const confirmedOf = ({ rows }: AdminSelection): AdminSelectionRow[] =>
  rows.filter(({ confirmed }) => confirmed)

type ChoiceProps = { selection: AdminSelection; onDone: () => void }

const Choice = ({ selection, onDone }: ChoiceProps) => {
  const { t } = useTranslation("dkPrivacy")
  // Nothing is ticked beforehand: what was found is not yet the person's.
  const [chosen, setChosen] = useState(() => confirmedOf(selection).map(({ id }) => id))
  const confirm = useConfirmSelection(selection.id)
  const sayError = useSayError()
  return (
    <>
      <SelectionRows rows={selection.rows} chosen={chosen} onChoose={setChosen} />
      <div className="flex justify-end px-6 py-4">
        <Button
          size="small"
          disabled={chosen.length === 0}
          isLoading={confirm.isPending}
          data-testid="dk-selection-confirm"
          onClick={() => {
            confirm.mutate(chosen, { onSuccess: onDone, onError: sayError })
          }}
        >
          {t("find.confirm", { count: chosen.length })}
        </Button>
      </div>
    </>
  )
}

type SelectionSectionProps = { selection: AdminSelection }

/** The rows of a search: a person tells which of them are the asker's, and only those count. */
export const SelectionSection = ({ selection }: SelectionSectionProps) => {
  const { t } = useTranslation("dkPrivacy")
  const { rows, status } = selection
  const [changing, setChanging] = useState(false)
  if (rows.length === 0) {
    return (
      <Section title={t("find.found", { count: 0 })} testId="dk-selection">
        <EmptyNotice title={t("find.nobody")} text={t("find.nobodyText")} />
      </Section>
    )
  }
  const confirmed = confirmedOf(selection)
  return status === "open" || changing ? (
    <Section
      title={t("find.found", { count: rows.length })}
      text={t("find.foundText")}
      testId="dk-selection"
    >
      <Choice
        selection={selection}
        onDone={() => {
          setChanging(false)
        }}
      />
    </Section>
  ) : (
    <Section
      title={t("find.chosen", { count: confirmed.length })}
      testId="dk-selection"
      actions={
        <Button
          size="small"
          variant="secondary"
          data-testid="dk-selection-change"
          onClick={() => {
            setChanging(true)
          }}
        >
          {t("find.change")}
        </Button>
      }
    >
      <SelectionRows rows={confirmed} chosen={confirmed.map(({ id }) => id)} />
    </Section>
  )
}
