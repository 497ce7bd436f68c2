import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminErasure } from "../../../../types/http"
import { formatMoment, formatSentence } from "../../../shared/format"
import { erasureState } from "../erasure-state"
import { useBlockTexts } from "../hooks/use-block-texts"

type ErasureTextProps = { erasure: AdminErasure }

/** Where an erasure stands, and what it waits for. */
export const ErasureText = ({ erasure }: ErasureTextProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const blockTexts = useBlockTexts()
  const { text, moment, waiting } = erasureState(erasure)
  const reasons = formatSentence(blockTexts(erasure.waiting), i18n.language)
  const isWaiting = text === "waiting" || text === "held"
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`state.${text}`, {
          count: waiting,
          moment: moment === null ? "" : formatMoment(moment, i18n.language),
        })}
      </Text>
      {isWaiting && reasons !== "" && (
        <Text size="small" className="text-ui-fg-subtle" data-testid="dk-erasure-waiting">
          {reasons}
        </Text>
      )}
    </>
  )
}
