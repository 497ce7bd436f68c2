import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSubjectRequestDetail } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { localeOf } from "../../../shared/locale"
import { useErrorText } from "../../../shared/use-error-text"
import { confirmationOf, isConfirmed } from "../../personal-data/confirmation"
import { fulfilmentOf, isComplete } from "../fulfilment"
import type { Draft, Known } from "../fulfilment"
import { useFulfil, useFulfilmentPreview } from "../hooks/use-fulfilment"

const knownOf = (answer: ReturnType<typeof useFulfilmentPreview>["data"]): Known => {
  const preview = answer?.preview
  return {
    now: preview?.kind === "rectification" ? preview.now : null,
    purposes:
      preview?.kind === "consent_withdrawal"
        ? [
            ...new Set(
              preview.consents
                .filter(({ state }) => state === "given")
                .map(({ purpose }) => purpose)
            ),
          ]
        : [],
  }
}

/** What has to be typed before the person is erased; null when nothing is. */
const useExpected = (answer: ReturnType<typeof useFulfilmentPreview>["data"]) => {
  const { t } = useTranslation("dkPersonalData")
  const preview = answer?.preview
  return preview?.kind === "erasure" && !preview.erasure.already_erased
    ? confirmationOf(preview.erasure.subject, t("erase.word"))
    : null
}

/** The field of the form that an error is about: its place and name, as the form calls it. */
const fieldOf = (error: Error | null, body: ReturnType<typeof fulfilmentOf>): string | null => {
  if (!(error instanceof ApiError) || error.field === null) return null
  const [, index, name] = /^addresses\.(\d+)\.(\w+)$/.exec(error.field) ?? []
  const address = body.addresses?.[Number(index)]
  if (!address || name === undefined) return error.field
  return "id" in address ? `${address.id}.${name}` : `${address.order_id}.${address.type}.${name}`
}

/** The draft of how a request is carried out, what it would do, and the sending of it. */
export const useFulfilForm = (request: AdminSubjectRequestDetail, onClose: () => void) => {
  const { t } = useTranslation("dkFulfil")
  const errorText = useErrorText()
  const [typed, setTyped] = useState("")
  const [draft, setDraft] = useState<Draft>({
    ...{ reason: "", confirmed: request.confirmed_order_ids, locale: localeOf(request.locale) },
    ...{ override: false, finishBy: "", ground: "accuracy_contested", endsOn: "" },
    ...{ decision: "", spared: [], corrected: {} },
  })
  const { kind } = request
  const { confirmed } = draft
  // What there is to choose from must stay while what is chosen is wrong.
  const base = useFulfilmentPreview(request.id, { confirmed_order_ids: confirmed })
  const known = knownOf(base.data)
  const body = fulfilmentOf(kind, { ...draft, reason: "" }, known)
  const preview = useFulfilmentPreview(request.id, body)
  const fulfil = useFulfil(request.id, (hasCopy) => {
    toast.success(hasCopy ? t("doneWithCopy") : t("done"), {
      ...(hasCopy && { description: t("copyHint") }),
    })
    onClose()
  })
  const expected = useExpected(preview.data)
  const error = fulfil.error ?? preview.error
  const field = fieldOf(error, body)
  const isReady =
    preview.isCurrent &&
    isComplete(kind, draft, known) &&
    (expected === null || isConfirmed(typed, expected))
  const submit = () => {
    fulfil.mutate({
      ...fulfilmentOf(kind, draft, known),
      ...(preview.data && { subject_version: preview.data.subject_version }),
    })
  }
  return {
    ...{ draft, known, expected, typed, setTyped, base, preview, error, field, isReady, submit },
    isPending: fulfil.isPending,
    problemOf: (name: string) => {
      if (error === null || field !== name) return null
      return name === "customer.email" ? t("notAnEmail") : errorText(error)
    },
    change: (change: Partial<Draft>) => {
      fulfil.reset()
      setDraft({ ...draft, ...change })
    },
  }
}
