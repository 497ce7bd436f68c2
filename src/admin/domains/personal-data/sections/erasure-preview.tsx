import { Alert } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasureCount, AdminErasurePreview } from "../../../../types/http"
import { formatMoment, formatSentence } from "../../../shared/format"
import { useCountTexts } from "../hooks/use-count-texts"
import { CompanyPart } from "./company-part"
import { ErasureText } from "./erasure-text"
import { KeptPart } from "./kept-part"
import { PreviewPart } from "./preview-part"
import { WaitingPart } from "./waiting-part"

type ErasurePreviewProps = {
  preview: AdminErasurePreview
  /** The orders whose owner staff must tell. */
  choice: ReactNode
}

const EvidencePart = ({ evidence }: { evidence: AdminErasureCount[] }) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const texts = [t("erase.evidenceErasure"), ...useCountTexts()(evidence)]
  return (
    <PreviewPart name="evidence" title={t("erase.evidence")}>
      <p>{formatSentence(texts, i18n.language)}</p>
    </PreviewPart>
  )
}

const Afterwards = ({ preview }: { preview: AdminErasurePreview }) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const { grace_until: until, kept_documents: documents, kept_orders: orders } = preview
  return (
    <div className="txt-small flex flex-col gap-y-2" data-testid="dk-erase-grace">
      {documents.length + orders.length > 0 && <p>{t("erase.stillReturn")}</p>}
      <p>
        {until === null
          ? t("erase.atOnce")
          : t("erase.grace", { moment: formatMoment(until, i18n.language) })}
      </p>
    </div>
  )
}

/** What an erasure does: goes now, is kept and why, waits, stays as proof. */
export const ErasurePreview = ({ preview, choice }: ErasurePreviewProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const countTexts = useCountTexts()
  const kept = preview.kept_documents.length + preview.kept_orders.length
  const isInDoubt = preview.uncertain_orders.length > 0
  if (preview.already_erased) {
    return (
      <div className="flex flex-col gap-y-4" data-testid="dk-already-erased">
        <Alert variant="info">
          <p>{t(isInDoubt ? "erase.onlyUncertain" : "erase.alreadyErased")}</p>
          {kept > 0 && <p>{t("erase.alreadyKept")}</p>}
        </Alert>
        <KeptPart preview={preview} />
        {choice}
      </div>
    )
  }
  const { open_erasure: open } = preview
  const erased = formatSentence(countTexts(preview.erased_now), i18n.language)
  return (
    <div className="flex flex-col gap-y-4">
      {open && open.status !== "proposed" && (
        <Alert variant="info" data-testid="dk-erase-open">
          {t("erase.open")}
          <ErasureText erasure={open} />
        </Alert>
      )}
      <PreviewPart name="now" title={t("erase.now")}>
        <p>{erased === "" ? t("erase.nothing") : erased}</p>
      </PreviewPart>
      <KeptPart preview={preview} />
      <CompanyPart preview={preview} />
      <WaitingPart blocks={preview.blocked} />
      {choice}
      <EvidencePart evidence={preview.evidence} />
      <Afterwards preview={preview} />
    </div>
  )
}
