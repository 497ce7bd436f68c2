import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ApiError } from "./api"

type ErrorNoticeProps = { error: Error; onRetry?: () => void }

/** Says what went wrong and what to do: for missing rights the option to change, else a new attempt. */
export const ErrorNotice = ({ error, onRetry }: ErrorNoticeProps) => {
  const { t } = useTranslation("dkShared")
  if (error instanceof ApiError && error.status === 403) {
    return (
      <Alert variant="warning" data-testid="dk-forbidden">
        <p className="font-medium">{t("forbidden.title")}</p>
        <p>{t("forbidden.text")}</p>
        <code className="txt-compact-xsmall mt-1 block">{t("forbidden.option")}</code>
      </Alert>
    )
  }
  const code = error instanceof ApiError ? error.code : "network"
  return (
    <Alert variant="error" data-testid="dk-error">
      <p>{t(`errors.${code}`, { defaultValue: t("errors.unknown_error") })}</p>
      {onRetry && (
        <Button className="mt-2" size="small" variant="secondary" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </Alert>
  )
}
