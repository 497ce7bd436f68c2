import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDrift } from "../../../../types/http"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { ErrorNotice } from "../../../shared/error-notice"
import { useDrift } from "../hooks/use-data-map"

type Names = { table: string; column: string; type?: string }[]

const NameList = ({ names }: { names: Names }) => (
  <ul className="my-2 flex flex-col gap-y-0.5">
    {names.map(({ table, column, type }) => (
      <li key={`${table}.${column}`} className="break-all font-mono text-xs">
        {table}.{column}
        {type !== undefined && ` (${type})`}
      </li>
    ))}
  </ul>
)

const Drift = ({ drift: { unclassified, missing, tables, columns } }: { drift: AdminDrift }) => {
  const { t } = useTranslation("dkDataMap")
  if (unclassified.length + missing.length === 0) {
    return (
      <Alert variant="success" data-testid="dk-drift-none">
        {t("drift.none", { tables, columns })}
      </Alert>
    )
  }
  return (
    <Alert
      variant="error"
      className="border-ui-tag-red-border bg-ui-tag-red-bg"
      data-testid="dk-drift"
    >
      {unclassified.length > 0 && (
        <>
          <p className="font-medium">{t("drift.unclassified", { count: unclassified.length })}</p>
          <NameList names={unclassified} />
          <p>{t("drift.unclassifiedText")}</p>
          <code className="txt-compact-xsmall mt-1 block break-words">{t("drift.example")}</code>
        </>
      )}
      {missing.length > 0 && (
        <div className={unclassified.length > 0 ? "mt-4" : undefined}>
          <p className="font-medium">{t("drift.missing", { count: missing.length })}</p>
          <NameList names={missing} />
          <p>{t("drift.missingText")}</p>
        </div>
      )}
    </Alert>
  )
}

/** The database against the map: red with what to do while they differ, green when they agree. */
export const DriftSection = () => {
  const { data, error, refetch } = useDrift()
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return data ? <Drift drift={data} /> : <LinesSkeleton lines={2} />
}
