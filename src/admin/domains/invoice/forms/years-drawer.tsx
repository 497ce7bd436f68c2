import { Alert, Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminFinancialYear, AdminFinancialYearsChangeResponse } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { formatDay } from "../../../shared/format"
import { TextField } from "../../../shared/text-field"
import { useChangeYears } from "../hooks/use-invoices"
import { yearAfter } from "../year-after"

type YearFieldsProps = {
  year: AdminFinancialYear
  index: number
  onChange: (year: AdminFinancialYear) => void
}

const YearFields = ({ year, index, onChange }: YearFieldsProps) => {
  const { t } = useTranslation("dkInvoicePage")
  return (
    <div className="grid grid-cols-2 gap-x-3" data-testid="dk-year-fields">
      <TextField
        id={`dk-year-start-${index.toString()}`}
        label={t("years.start")}
        type="date"
        value={year.start}
        onChange={(start) => {
          onChange({ ...year, start })
        }}
      />
      <TextField
        id={`dk-year-end-${index.toString()}`}
        label={t("years.end")}
        type="date"
        value={year.end}
        onChange={(end) => {
          onChange({ ...year, end })
        }}
      />
    </div>
  )
}

const Moved = ({ moved }: { moved: AdminFinancialYearsChangeResponse["moved"] }) => {
  const { t, i18n } = useTranslation("dkInvoicePage")
  return (
    <Alert variant={moved.length > 0 ? "warning" : "info"} data-testid="dk-years-moved">
      {moved.length === 0 && <p>{t("years.nothingMoves")}</p>}
      {moved.map(({ from, to, count }) => (
        <p key={`${from ?? ""}${to}`}>
          {t("years.moves", {
            count,
            from: from === null ? t("years.never") : formatDay(from, i18n.language),
            to: formatDay(to, i18n.language),
          })}
        </p>
      ))}
    </Alert>
  )
}

type YearsDrawerProps = { known: AdminFinancialYear[]; onClose: () => void }

/** A changed table is shown anew before it can be put in force. */
const useYearsForm = ({ known, onClose }: YearsDrawerProps) => {
  const { t } = useTranslation("dkInvoicePage")
  const [years, setYears] = useState(known)
  const preview = useChangeYears()
  const change = useChangeYears()
  const edit = (next: AdminFinancialYear[]) => {
    preview.reset()
    change.reset()
    setYears(next)
  }
  const submit = () => {
    if (preview.data === undefined) {
      preview.mutate({ years, isPreview: true })
      return
    }
    const onSuccess = () => {
      toast.success(t("years.changed"))
      onClose()
    }
    change.mutate({ years, isPreview: false }, { onSuccess })
  }
  return { years, edit, submit, preview, change }
}

type LastYearProps = {
  years: AdminFinancialYear[]
  onChange: (years: AdminFinancialYear[]) => void
}

const LastYear = ({ years, onChange }: LastYearProps) => {
  const { t } = useTranslation("dkInvoicePage")
  return (
    <div className="flex gap-x-2">
      <Button
        type="button"
        size="small"
        variant="secondary"
        data-testid="dk-years-add"
        onClick={() => {
          onChange([...years, yearAfter(years.at(-1)?.end ?? "")])
        }}
      >
        {t("years.add")}
      </Button>
      {years.length > 1 && (
        <Button
          type="button"
          size="small"
          variant="transparent"
          onClick={() => {
            onChange(years.slice(0, -1))
          }}
        >
          {t("years.remove")}
        </Button>
      )}
    </div>
  )
}

/** Changes the financial years in two steps: first it shows which dates move, then it moves them. */
export const YearsDrawer = (props: YearsDrawerProps) => {
  const { t } = useTranslation("dkInvoicePage")
  const { years, edit, submit, preview, change } = useYearsForm(props)
  return (
    <FormDrawer
      title={t("years.change")}
      text={t("years.changeText")}
      submitLabel={t(preview.data === undefined ? "years.preview" : "years.confirm")}
      isPending={preview.isPending || change.isPending}
      isReady={years.every(({ start, end }) => start !== "" && end !== "")}
      error={preview.error ?? change.error}
      testId="dk-years-drawer"
      onSubmit={submit}
      onClose={props.onClose}
    >
      {years.map((year, index) => (
        <YearFields
          key={index}
          year={year}
          index={index}
          onChange={(next) => {
            edit(years.map((it, place) => (place === index ? next : it)))
          }}
        />
      ))}
      <LastYear years={years} onChange={edit} />
      {preview.data && <Moved moved={preview.data} />}
    </FormDrawer>
  )
}
