import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminKeptUntil } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatMonth } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useKeptUntil } from "../hooks/use-invoices"

type BarProps = { kept: AdminKeptUntil; most: number }

const Bar = ({ kept: { month, count }, most }: BarProps) => {
  const { t, i18n } = useTranslation("dkInvoicePage")
  const share = Math.max(1, Math.round((count / most) * 100))
  return (
    <li className="flex items-center gap-x-3" data-testid="dk-kept">
      <Text size="small" className="text-ui-fg-subtle w-32 shrink-0">
        {month === null ? t("kept.never") : formatMonth(month, i18n.language)}
      </Text>
      <div className="grow" aria-hidden>
        <div
          className="bg-ui-tag-neutral-icon h-2 rounded-full"
          style={{ width: `${share.toString()}%` }}
        />
      </div>
      <Text size="small" className="w-24 shrink-0 text-right">
        {t("kept.documents", { count })}
      </Text>
    </li>
  )
}

/** How many documents the bookkeeping act keeps, and until when: what lets itself go in which month. */
export const KeptSection = () => {
  const { t } = useTranslation("dkInvoicePage")
  const query = useKeptUntil()
  const { data: kept } = query
  const most = Math.max(1, ...(kept ?? []).map(({ count }) => count))
  return (
    <Section title={t("kept.title")} text={t("kept.text")} testId="dk-kept-section">
      <Reading query={query} />
      {kept?.length === 0 && <EmptyNotice title={t("kept.empty")} text={t("kept.emptyText")} />}
      {kept && kept.length > 0 && (
        <ul className="flex flex-col gap-y-2 px-6 py-4">
          {kept.map((it) => (
            <Bar key={it.month ?? "never"} kept={it} most={most} />
          ))}
        </ul>
      )}
    </Section>
  )
}
