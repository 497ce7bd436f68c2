import { useTranslation } from "react-i18next"
import type { AdminErasureBlock } from "../../../../types/http"
import { formatSentence } from "../../../shared/format"
import { isAboutPerson } from "../block-words"
import { useBlockTexts } from "../hooks/use-block-texts"
import { PreviewPart } from "./preview-part"

type WaitingPartProps = { blocks: AdminErasureBlock[] }

/** "Venter": what must end first, and that the rest then goes by itself. */
export const WaitingPart = ({ blocks }: WaitingPartProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const blockTexts = useBlockTexts()
  if (blocks.length === 0) return null
  return (
    <PreviewPart name="waiting" title={t("erase.waiting")}>
      <p>
        {formatSentence(blockTexts(blocks), i18n.language)}{" "}
        {blocks.some(isAboutPerson)
          ? t("erase.waitingEndHeld")
          : t("erase.waitingEnd", { count: blocks.length })}
      </p>
    </PreviewPart>
  )
}
