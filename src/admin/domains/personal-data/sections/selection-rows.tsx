import { Badge, Checkbox, Label, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSelectionRow } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"

type RowProps = {
  row: AdminSelectionRow
  isChosen: boolean
  /** Left out once the choice has been made. */
  onChoose?: (isChosen: boolean) => void
}

const useRowTitle = () => {
  const { t } = useTranslation("dkPrivacy")
  return ({ type, display_id: number }: AdminSelectionRow): string =>
    number === null ? t(`find.type.${type}`) : t("find.numbered", { number })
}

const RowFacts = ({ row }: { row: AdminSelectionRow }) => {
  const { t, i18n } = useTranslation("dkPrivacy")
  const facts = [row.name, row.email, row.phone, row.address].flatMap((fact) => fact ?? [])
  return (
    <>
      <Text size="small" className="text-ui-fg-base break-words">
        {facts.length === 0 ? t("find.noFacts") : facts.join(" · ")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("find.created", { moment: formatMoment(row.created_at, i18n.language) })}
      </Text>
    </>
  )
}

const Row = ({ row, isChosen, onChoose }: RowProps) => {
  const { t } = useTranslation("dkPrivacy")
  const rowTitle = useRowTitle()
  const id = `dk-row-${row.id}`
  return (
    <li className="flex items-start gap-x-3 px-6 py-4" data-testid="dk-selection-row">
      <Checkbox
        id={id}
        className="mt-0.5 shrink-0"
        checked={isChosen}
        disabled={!onChoose}
        aria-describedby={`${id}-facts`}
        onCheckedChange={(next) => onChoose?.(next === true)}
      />
      <div className="flex min-w-0 flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Label htmlFor={id} size="small" weight="plus">
            {rowTitle(row)}
          </Label>
          {row.matched_by.map((match) => (
            <Badge key={match} size="2xsmall" rounded="full">
              {t(`find.match.${match}`)}
            </Badge>
          ))}
        </div>
        <div id={`${id}-facts`}>
          <RowFacts row={row} />
        </div>
      </div>
    </li>
  )
}

type SelectionRowsProps = {
  rows: AdminSelectionRow[]
  chosen: string[]
  /** Left out once the choice has been made. */
  onChoose?: (ids: string[]) => void
}

/** What a search found, each with what shows whose it is. */
export const SelectionRows = ({ rows, chosen, onChoose }: SelectionRowsProps) => {
  const { t } = useTranslation("dkPrivacy")
  return (
    <ul className="divide-y" aria-label={t("find.rows")}>
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          isChosen={chosen.includes(row.id)}
          {...(onChoose && {
            onChoose: (isChosen: boolean) => {
              const others = chosen.filter((id) => id !== row.id)
              onChoose(isChosen ? [...others, row.id] : others)
            },
          })}
        />
      ))}
    </ul>
  )
}
