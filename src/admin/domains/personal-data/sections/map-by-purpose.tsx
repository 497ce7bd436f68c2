import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDataMapTable } from "../../../../types/http"
import { groupByPurpose } from "../data-map"
import type { PurposeGroup } from "../data-map"
import { useWord } from "../hooks/use-word"
import { Disclosure } from "./disclosure"

const FACTS = [
  ["category", "categories"],
  ["origin", "origins"],
  ["basis", "bases"],
  ["retention", "retentions"],
] as const

const PurposeFacts = ({ group }: { group: PurposeGroup }) => {
  const { t } = useTranslation("dkDataMap")
  const word = useWord()
  return (
    <dl className="txt-small flex flex-col gap-y-2">
      {FACTS.map(([kind, values]) => (
        <div key={kind} className="grid gap-x-4 md:grid-cols-[200px_1fr]">
          <dt className="font-medium">{t(`head.${kind}`)}</dt>
          <dd className="text-ui-fg-subtle">
            {group[values].map((value) => word(kind, value)).join(" · ")}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type MapByPurposeProps = { tables: AdminDataMapTable[] }

/** What the store uses personal data for, and where what it uses lies. */
export const MapByPurpose = ({ tables }: MapByPurposeProps) => {
  const { t } = useTranslation("dkDataMap")
  const word = useWord()
  return (
    <div className="divide-y">
      {groupByPurpose(tables).map((group) => (
        <Disclosure
          key={group.purpose}
          testId="dk-map-purpose"
          title={
            <Text as="span" size="small" weight="plus">
              {word("purpose", group.purpose)}
            </Text>
          }
          facts={t("purpose.facts", { count: group.columns, tables: group.tables.length })}
        >
          <div className="flex flex-col gap-y-4 px-6 pb-4 pt-1 md:pl-12">
            <PurposeFacts group={group} />
            <ul className="flex flex-col gap-y-1">
              {group.tables.map(({ table, columns }) => (
                <li key={table} className="text-ui-fg-subtle break-words font-mono text-xs">
                  <span className="text-ui-fg-base">{table}</span>: {columns.join(", ")}
                </li>
              ))}
            </ul>
          </div>
        </Disclosure>
      ))}
    </div>
  )
}
