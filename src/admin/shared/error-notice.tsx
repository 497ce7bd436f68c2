import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ApiError } from "./api"
import { useErrorText } from "./use-error-text"

type ErrorNoticeProps = { error: Error; onRetry?: () => void }

/** Says what went wrong and what to do: for missing rights the option to change, else a new attempt. */
export const ErrorNotice = ({ error, onRetry }: ErrorNoticeProps) => {
  const { t } = useTranslation("dkShared")
  const errorText = useErrorText()
  if (error instanceof ApiError && error.status === 403) {
    return (
      <Alert variant="warning" data-testid="dk-forbidden">
        <p className="font-medium">{t("forbidden.title")}</p>
        <p>{t("forbidden.text")}</p>
        <code className="txt-compact-xsmall mt-1 block break-words">{t("forbidden.option")}</code>
      </Alert>
    )
  }
  return (
    <Alert variant="error" data-testid="dk-error">
      <p>{errorText(error)}</p>
      {onRetry && (
        <Button className="mt-2" size="small" variant="secondary" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </Alert>
  )
}
