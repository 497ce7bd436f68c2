import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminFindingScan, AdminFindingState } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { ListSection } from "../../../shared/list-section"
import { useList } from "../../../shared/use-list"
import { useFindings, useScan } from "../hooks/use-findings"
import { FindingRows } from "./finding-rows"
import { InputCountsSection } from "./input-counts-section"

const STATES = ["open", "dismissed", "resolved"] as const satisfies readonly AdminFindingState[]

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
    <Text size="small" className="text-ui-fg-subtle px-6 py-3" data-testid="dk-findings-status">
      {scan === null ? t("findings.never") : textOf(scan)}
    </Text>
  )
}

/** Numbers that stand in old data, and what was stopped before it was stored. */
export const FindingsPage = () => {
  const { t } = useTranslation("dkAccessChecks")
  const { t: tMenu } = useTranslation("dkPrivacy")
  const list = useList({ filters: { state: STATES } })
  const { state } = list.filter
  const query = useFindings({ state, ...list.page.range })
  return (
    <div className="flex flex-col gap-y-3">
      <ListSection
        level="h1"
        title={tMenu("menu.findings")}
        text={t("findings.text")}
        testId="dk-findings"
        actions={query.data && <ScanButton />}
        list={list}
        query={query}
        empty={{ title: t("findings.empty"), text: t("findings.emptyText") }}
        choices={[
          {
            name: "state",
            label: t("findings.filterLabel"),
            options: STATES.map((value) => ({ value, label: t(`findings.state.${value}`) })),
          },
        ]}
        above={query.data && <ScanStatus scan={query.data.scan} />}
      >
        {({ findings }) => <FindingRows findings={findings} />}
      </ListSection>
      <InputCountsSection />
    </div>
  )
}
