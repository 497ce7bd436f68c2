import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminFindingScan, AdminFindingState } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatMoment } from "../../../shared/format"
import { ListBody } from "../../../shared/list-body"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { usePage } from "../../../shared/use-page"
import { useSayError } from "../../../shared/use-say-error"
import { useFindings, useScan } from "../hooks/use-findings"
import { FindingRows } from "./finding-rows"
import { InputCountsSection } from "./input-counts-section"

const STATES: readonly AdminFindingState[] = ["open", "dismissed", "resolved"]

const ScanButton = () => {
  const { t, i18n } = useTranslation("dkAccessChecks")
  const scan = useScan()
  const onError = useSayError()
  const press = () => {
    scan.mutate(undefined, {
      onSuccess: ({ scan: { rows, finished_at: end }, open }) => {
        const count = rows.toLocaleString(i18n.language)
        toast.success(
          end === null
            ? t("findings.scanPart", { rows: count })
            : t("findings.scanned", { rows: count, open })
        )
      },
      onError,
    })
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={scan.isPending}
      data-testid="dk-findings-scan"
      onClick={press}
    >
      {t("findings.scan")}
    </Button>
  )
}

const ScanStatus = ({ scan }: { scan: AdminFindingScan | null }) => {
  const { t, i18n } = useTranslation("dkAccessChecks")
  const textOf = ({ rows, started_at: start, finished_at: end }: AdminFindingScan): string =>
    t(end === null ? "findings.underWay" : "findings.finished", {
      moment: formatMoment(end ?? start, i18n.language),
      rows: rows.toLocaleString(i18n.language),
    })
  return (
    <Text size="small" className="text-ui-fg-subtle" data-testid="dk-findings-status">
      {scan === null ? t("findings.never") : textOf(scan)}
    </Text>
  )
}

/** Numbers that stand in old data, and what was stopped before it was stored. */
export const FindingsPage = () => {
  const { t } = useTranslation("dkAccessChecks")
  const { t: tMenu } = useTranslation("dkPrivacy")
  const page = usePage()
  const [state, setState] = useState<AdminFindingState>("open")
  const query = useFindings({ state, ...page.range })
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        level="h1"
        title={tMenu("menu.findings")}
        text={t("findings.text")}
        testId="dk-findings"
        actions={query.data && <ScanButton />}
      >
        {query.data && (
          <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
            <SelectField
              id="dk-findings-filter"
              label={t("findings.filterLabel")}
              isLabelHidden
              value={state}
              options={STATES.map((value) => ({ value, label: t(`findings.state.${value}`) }))}
              onChange={(next) => {
                setState(next)
                page.turnTo(0)
              }}
            />
            <ScanStatus scan={query.data.scan} />
          </div>
        )}
        <ListBody
          query={query}
          page={page}
          empty={
            <EmptyNotice
              title={t(`findings.empty.${state}`)}
              text={t(`findings.emptyText.${state}`)}
            />
          }
        >
          {({ findings }) => <FindingRows findings={findings} />}
        </ListBody>
      </Section>
      <InputCountsSection />
    </div>
  )
}
