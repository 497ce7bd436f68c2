import { useTranslation } from "react-i18next"
import type { AdminErasureBlock } from "../../../../types/http"
import { formatSentence } from "../../../shared/format"
import { PreviewPart } from "./preview-part"

type WaitingPartProps = { blocks: AdminErasureBlock[] }

/** "Venter": the orders that must end first, and that the rest then goes by itself. */
export const WaitingPart = ({ blocks }: WaitingPartProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  if (blocks.length === 0) return null
  const texts = blocks.map(({ display_id: number, reason }) =>
    t(`blocked.${reason}`, { number, defaultValue: t("blocked.other", { number }) })
  )
  return (
    <PreviewPart name="waiting" title={t("erase.waiting")}>
      <p>
        {formatSentence([...new Set(texts)], i18n.language)}{" "}
        {t("erase.waitingEnd", { count: blocks.length })}
      </p>
    </PreviewPart>
  )
}
