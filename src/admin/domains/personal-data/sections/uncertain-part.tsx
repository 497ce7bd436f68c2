import { Checkbox, Label } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminUncertainRow } from "../../../../types/http"
import { PreviewPart } from "./preview-part"

type UncertainPartProps = {
  rows: AdminUncertainRow[]
  /** What happens to those that are not ticked. */
  text: string
  confirmed: string[]
  onConfirm: (ids: string[]) => void
}

type RowProps = { row: AdminUncertainRow; checked: boolean; onCheck: (checked: boolean) => void }

const Row = ({ row: { id, type, display_id: number, reason }, checked, onCheck }: RowProps) => {
  const { t } = useTranslation("dkPersonalData")
  return (
    <div className="flex items-start gap-x-2">
      <Checkbox
        id={`dk-confirm-${id}`}
        className="mt-0.5 shrink-0"
        checked={checked}
        aria-describedby={`dk-confirm-${id}-reason`}
        onCheckedChange={(next) => {
          onCheck(next === true)
        }}
      />
      <div>
        <Label htmlFor={`dk-confirm-${id}`} size="small" className="text-ui-fg-base">
          {number === null ? t(`uncertain.${type}WithoutNumber`) : t(`erase.${type}`, { number })}
        </Label>
        <p id={`dk-confirm-${id}-reason`}>
          {t(`uncertain.${reason}`, { defaultValue: t("uncertain.other") })}
        </p>
      </div>
    </div>
  )
}

/** Orders and carts that may be somebody else's: a person decides whose they are. Nothing is ticked beforehand. */
export const UncertainPart = ({ rows, text, confirmed, onConfirm }: UncertainPartProps) => {
  const { t } = useTranslation("dkPersonalData")
  // A ticked row is no longer uncertain, so the answers forget it; the list must not.
  const [known, setKnown] = useState(rows)
  const fresh = rows.filter(({ id }) => !known.some((row) => row.id === id))
  if (fresh.length > 0) setKnown([...known, ...fresh])
  if (known.length === 0) return null
  return (
    <PreviewPart name="uncertain" title={t("erase.uncertain")}>
      <p>{text}</p>
      {known.map((row) => (
        <Row
          key={row.id}
          row={row}
          checked={confirmed.includes(row.id)}
          onCheck={(checked) => {
            const others = confirmed.filter((id) => id !== row.id)
            onConfirm(checked ? [...others, row.id] : others)
          }}
        />
      ))}
    </PreviewPart>
  )
}
