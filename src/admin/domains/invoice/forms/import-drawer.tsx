import { Alert, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminImportedLine } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { useImportNumbers } from "../hooks/use-external-invoices"

type BadLine = Extract<AdminImportedLine, { outcome: "error" }>

/** More than anybody mends at once. */
const SHOWN = 10

const BadLines = ({ lines }: { lines: BadLine[] }) => {
  const { t } = useTranslation("dkInvoiceExternal")
  if (lines.length === 0) return null
  return (
    <Alert variant="warning" data-testid="dk-import-failed">
      <p>{t("file.failed", { count: lines.length })}</p>
      {lines.slice(0, SHOWN).map(({ line, field, code }) => (
        <p key={line}>
          {t("file.line", {
            line,
            field: t(`file.fields.${field}`, { defaultValue: field }),
            problem: t(`file.problems.${code}`, { defaultValue: t("file.problems.other") }),
          })}
        </p>
      ))}
      {lines.length > SHOWN && <p>{t("file.more", { count: lines.length - SHOWN })}</p>}
    </Alert>
  )
}

const countOf = (lines: readonly AdminImportedLine[], outcome: AdminImportedLine["outcome"]) =>
  lines.filter((line) => line.outcome === outcome).length

const Outcome = ({ lines }: { lines: AdminImportedLine[] }) => {
  const { t } = useTranslation("dkInvoiceExternal")
  const [created, known] = [countOf(lines, "created"), countOf(lines, "known")]
  return (
    <>
      <Alert variant="info" data-testid="dk-import-outcome">
        {created > 0 && <p>{t("file.created", { count: created })}</p>}
        {known > 0 && <p>{t("file.known", { count: known })}</p>}
        {created === 0 && <p>{t("file.nothing")}</p>}
      </Alert>
      <BadLines lines={lines.filter((line) => line.outcome === "error")} />
    </>
  )
}

type FileFieldProps = { onChange: (csv: string) => void }

const FileField = ({ onChange }: FileFieldProps) => {
  const { t } = useTranslation("dkInvoiceExternal")
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor="dk-import-file" size="small" weight="plus">
        {t("file.choose")}
      </Label>
      <input
        id="dk-import-file"
        type="file"
        accept=".csv,text/csv"
        className="txt-small text-ui-fg-base"
        data-testid="dk-import-file"
        onChange={({ target }) => {
          void target.files?.[0]?.text().then(onChange)
        }}
      />
    </div>
  )
}

/** Reads numbers from a file in two steps: first it shows what comes of each line, then it saves them. */
export const ImportDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("dkInvoiceExternal")
  const [csv, setCsv] = useState("")
  const check = useImportNumbers()
  const save = useImportNumbers()
  const choose = (text: string) => {
    check.reset()
    save.reset()
    setCsv(text)
  }
  const submit = () => {
    if (check.data === undefined) {
      check.mutate({ csv, dry_run: true })
      return
    }
    const onSuccess = ({ lines }: { lines: AdminImportedLine[] }) => {
      toast.success(t("file.done", { count: countOf(lines, "created") }))
      onClose()
    }
    save.mutate({ csv }, { onSuccess })
  }
  const isWorthIt = check.data === undefined || countOf(check.data.lines, "created") > 0
  return (
    <FormDrawer
      title={t("file.title")}
      text={t("file.text")}
      submitLabel={t(check.data === undefined ? "file.check" : "file.submit")}
      isPending={check.isPending || save.isPending}
      isReady={csv !== "" && isWorthIt}
      error={check.error ?? save.error}
      testId="dk-import-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <FileField onChange={choose} />
      {check.data && <Outcome lines={check.data.lines} />}
    </FormDrawer>
  )
}
