import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminExternalInvoice, AdminInvoiceRequest } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { useErrorText } from "../../../shared/use-error-text"
import { lastSystem, rememberSystem } from "../bookkeeping-system"
import { useRecordNumber } from "../hooks/use-external-invoices"
import { NumberFields } from "./number-fields"
import type { NumberDraft } from "./number-fields"
import { UnmatchedNumbers } from "./unmatched-numbers"

/** What a number is written for: what is awaited, or the number that was wrong. */
export type NumberTarget = {
  order_id: string
  order_number: string
  kind: AdminExternalInvoice["kind"]
} & ({ wrong: AdminExternalInvoice; request: null } | { wrong: null; request: AdminInvoiceRequest })

/** The number of what waits for it. */
export const targetOf = (request: AdminInvoiceRequest): NumberTarget => {
  const { order_id, order_number, kind } = request
  return { order_id, order_number, kind, wrong: null, request }
}

/** A browser's own day is close enough: the server knows Denmark's. */
const today = (): string => new Intl.DateTimeFormat("sv-SE").format(new Date())

const draftOf = ({ kind, wrong }: NumberTarget): NumberDraft => ({
  kind,
  system: wrong?.system ?? lastSystem(),
  number: wrong?.number ?? "",
  issued_on: wrong?.issued_on ?? today(),
  url: wrong?.url ?? "",
})

const SHOWN = ["system", "number", "issued_on", "url"] as const

const WHEN_INVALID: Partial<Record<keyof NumberDraft, string>> = {
  issued_on: "record.invalidDay",
  url: "record.urlHint",
}

/** Errors of a number are told at their field. */
const useProblems = (error: Error | null) => {
  const { t } = useTranslation("dkInvoiceExternal")
  const errorText = useErrorText()
  const problemOf = (field: keyof NumberDraft): string | null => {
    if (!(error instanceof ApiError) || error.field !== field) return null
    return error.code === "invalid" ? t(WHEN_INVALID[field] ?? "record.invalid") : errorText(error)
  }
  const isShownAtField = SHOWN.some((field) => problemOf(field) !== null)
  return { problemOf, rest: isShownAtField ? null : error }
}

/** Writes down the number that the bookkeeping system gave an order, or corrects one. */
export const NumberDrawer = ({
  target,
  onClose,
}: {
  target: NumberTarget
  onClose: () => void
}) => {
  const { t } = useTranslation("dkInvoiceExternal")
  const { order_id: orderId, order_number: number, wrong, request } = target
  const [draft, setDraft] = useState(() => draftOf(target))
  const { mutate, error, isPending, reset } = useRecordNumber(orderId)
  const { problemOf, rest } = useProblems(error)
  const change = (values: Partial<NumberDraft>) => {
    reset()
    setDraft({ ...draft, ...values })
  }
  const submit = () => {
    const { url, ...fields } = draft
    const body = {
      ...fields,
      ...(url.trim() !== "" && { url: url.trim() }),
      ...(wrong ? { replaces: wrong.id } : { answers: request.id }),
    }
    const onSuccess = () => {
      rememberSystem(draft.system)
      toast.success(t("record.done"))
      onClose()
    }
    mutate(body, { onSuccess })
  }
  const title = target.kind === "invoice" ? "record.title" : "record.titleCredit"
  return (
    <FormDrawer
      title={t(wrong ? "record.correct" : title, { number })}
      text={t(wrong ? "record.correctText" : "record.text")}
      submitLabel={t("record.submit")}
      isPending={isPending}
      isReady={[draft.system, draft.number, draft.issued_on].every((text) => text.trim() !== "")}
      error={rest}
      testId="dk-number-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      {request && (
        <UnmatchedNumbers
          numbers={request.unmatched}
          onUse={({ system, number: used, issued_on, url }) => {
            change({ system, number: used, issued_on, url: url ?? "" })
          }}
        />
      )}
      {wrong && (
        <SelectField
          id="dk-number-kind"
          label={t("record.kind")}
          value={draft.kind}
          options={(["invoice", "credit_note"] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
          }))}
          onChange={(kind) => {
            change({ kind })
          }}
        />
      )}
      <NumberFields draft={draft} onChange={change} problemOf={problemOf} />
    </FormDrawer>
  )
}
