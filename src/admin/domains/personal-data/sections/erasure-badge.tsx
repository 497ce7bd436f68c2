import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminErasure } from "../../../../types/http"
import { erasureState } from "../erasure-state"

const COLOURS = {
  proposed: "orange",
  planned: "orange",
  plannedDue: "orange",
  waiting: "blue",
  held: "blue",
  running: "blue",
  done: "green",
  cancelled: "grey",
} as const

const LABELS = { plannedDue: "planned", held: "waiting" } as const

type ErasureBadgeProps = { erasure: AdminErasure }

/** The state in a word. A started erasure that waits is told from one that has not begun. */
export const ErasureBadge = ({ erasure }: ErasureBadgeProps) => {
  const { t } = useTranslation("dkPersonalData")
  const { text } = erasureState(erasure)
  const label = text === "plannedDue" || text === "held" ? LABELS[text] : text
  return <StatusBadge color={COLOURS[text]}>{t(`status.${label}`)}</StatusBadge>
}
