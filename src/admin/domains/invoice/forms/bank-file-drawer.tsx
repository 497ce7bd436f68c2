import { Label, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBankLine, AdminPaymentImportResponse } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { formatDay, formatMoney } from "../../../shared/format"
import { FormDrawer } from "../../../shared/form-drawer"
import { useImportPayments } from "../hooks/use-on-account"

const Line = ({ line }: { line: AdminBankLine }) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  return (
    <Table.Row data-testid="dk-bank-line">
      <Table.Cell className="whitespace-normal py-2">
        {line.received_on === null
          ? t("bank.line", { number: line.line })
          : formatDay(line.received_on, i18n.language)}
      </Table.Cell>
      <Table.Cell className="py-2 text-right tabular-nums">
        {line.amount === null ? "" : formatMoney(line.amount, "DKK", i18n.language)}
      </Table.Cell>
      <Table.Cell className="whitespace-normal py-2">
        {t(`bank.outcome.${line.outcome}`, { number: line.number ?? "" })}
      </Table.Cell>
    </Table.Row>
  )
}

const isIncoming = ({ outcome }: AdminBankLine): boolean => outcome !== "not_incoming"

const Lines = ({ answer }: { answer: AdminPaymentImportResponse }) => {
  const { t } = useTranslation("dkOnAccount")
  const incoming = answer.lines.filter(isIncoming)
  const booked = answer.lines.filter(({ outcome }) => /book$|^booked$/.test(outcome)).length
  return (
    <>
      <Text size="small" weight="plus" data-testid="dk-bank-sum">
        {t(answer.dry_run ? "bank.would" : "bank.did", { count: booked })}
      </Text>
      {incoming.length > 0 && (
        <Table>
          <Table.Body>
            {incoming.map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </Table.Body>
        </Table>
      )}
    </>
  )
}

type FileFieldProps = { problem: string | null; onFile: (csv: string) => void }

const FileField = ({ problem, onFile }: FileFieldProps) => {
  const { t } = useTranslation("dkOnAccount")
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor="dk-bank-file" size="small" weight="plus">
        {t("bank.file")}
      </Label>
      <input
        id="dk-bank-file"
        type="file"
        accept=".csv,text/csv,text/plain"
        className="txt-small"
        aria-invalid={problem !== null}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) void readText(file).then(onFile)
        }}
      />
      <Text size="small" className={problem === null ? "text-ui-fg-subtle" : "text-ui-fg-error"}>
        {problem ?? t("bank.fileHint")}
      </Text>
    </div>
  )
}

/** Older bank programs write Danish letters the way Windows did. */
const readText = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/** Reads the bank's file in two steps: first it shows what would be registered, then it registers it. */
export const BankFileDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("dkOnAccount")
  const [csv, setCsv] = useState("")
  const preview = useImportPayments()
  const booking = useImportPayments()
  const isColumns = preview.error instanceof ApiError && preview.error.code === "columns_missing"
  const readFile = (text: string) => {
    setCsv(text)
    booking.reset()
    preview.mutate({ csv: text, dry_run: true })
  }
  const count = preview.data?.lines.filter(({ outcome }) => outcome === "would_book").length ?? 0
  const submit = () => {
    if (booking.data) {
      onClose()
      return
    }
    const onSuccess = () => {
      toast.success(t("bank.done"))
    }
    booking.mutate({ csv, dry_run: false }, { onSuccess })
  }
  const answer = booking.data ?? preview.data
  return (
    <FormDrawer
      title={t("bank.title")}
      text={t("bank.text")}
      submitLabel={booking.data ? t("bank.close") : t("bank.submit", { count })}
      isPending={preview.isPending || booking.isPending}
      isReady={count > 0 || booking.data !== undefined}
      error={isColumns ? null : (preview.error ?? booking.error)}
      testId="dk-bank"
      onSubmit={submit}
      onClose={onClose}
    >
      {!booking.data && (
        <FileField problem={isColumns ? t("bank.columns") : null} onFile={readFile} />
      )}
      {answer && <Lines answer={answer} />}
    </FormDrawer>
  )
}
