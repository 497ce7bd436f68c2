import { Alert, Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminInvoiceSeries, AdminInvoiceVerification } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { LiveSeriesDrawer } from "../forms/live-series-drawer"
import { useInvoiceSeries, useVerification } from "../hooks/use-invoices"

const Series = ({ series }: { series: AdminInvoiceSeries }) => {
  const { t, i18n } = useTranslation("dkInvoicePage")
  const { kind, prefix, next_number: next, created_at: createdAt } = series
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4" data-testid="dk-series">
      <div className="flex flex-wrap items-center gap-x-2">
        <Text size="small" weight="plus">
          {t(`series.${kind}`)}
        </Text>
        <StatusBadge color={kind === "live" ? "green" : "grey"}>
          {t("series.next", { number: `${prefix}${next.toString()}` })}
        </StatusBadge>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`series.${kind}Text`, {
          moment: formatMoment(new Date(createdAt).toISOString(), i18n.language),
        })}
      </Text>
    </div>
  )
}

const Verified = ({ report }: { report: AdminInvoiceVerification }) => {
  const { t } = useTranslation("dkInvoicePage")
  const { kind, prefix, checked, released, first_break: found } = report
  return (
    <Alert variant={found ? "error" : "success"} data-testid="dk-series-verified">
      <p className="font-medium">{t(`series.${kind}`)}</p>
      <p>
        {found
          ? t(`verify.${found.what}`, { number: `${prefix}${found.number.toString()}` })
          : t("verify.whole", { count: checked })}
      </p>
      {released > 0 && <p>{t("verify.released", { count: released })}</p>}
    </Alert>
  )
}

/** The series of numbers: whether they are valid yet, and whether they stand as they were sealed. */
export const SeriesSection = () => {
  const { t } = useTranslation("dkInvoicePage")
  const query = useInvoiceSeries()
  const verification = useVerification()
  const sayError = useSayError()
  const [isOpening, setOpening] = useState(false)
  const isLive = query.data?.some(({ kind }) => kind === "live") ?? true
  return (
    <Section
      title={t("series.title")}
      text={t("series.text")}
      testId="dk-series-section"
      actions={
        <>
          <Button
            size="small"
            variant="secondary"
            isLoading={verification.isPending}
            data-testid="dk-series-verify"
            onClick={() => {
              verification.mutate(undefined, { onError: sayError })
            }}
          >
            {t("verify.action")}
          </Button>
          {!isLive && (
            <Button
              size="small"
              data-testid="dk-series-open"
              onClick={() => {
                setOpening(true)
              }}
            >
              {t("live.action")}
            </Button>
          )}
        </>
      }
    >
      <Reading query={query} />
      {verification.data && (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          {verification.data.map((report) => (
            <Verified key={`${report.kind}${report.prefix}`} report={report} />
          ))}
        </div>
      )}
      {query.data?.map((series) => (
        <Series key={series.kind} series={series} />
      ))}
      {isOpening && (
        <LiveSeriesDrawer
          onClose={() => {
            setOpening(false)
          }}
        />
      )}
    </Section>
  )
}
