import { useTranslation } from "react-i18next"
import { ApiError } from "./api"

/** A code that no text knows: the request's fault, or the server's. */
const unknownOf = (error: ApiError): string =>
  error.status >= 400 && error.status < 500 ? "refused" : "unknown_error"

/** What to tell about an error, in the reader's language. */
export const useErrorText = (): ((error: Error) => string) => {
  const { t } = useTranslation("dkShared")
  return (error) => {
    if (!(error instanceof ApiError)) return t("errors.network")
    return t(`errors.${error.code}`, { defaultValue: t(`errors.${unknownOf(error)}`) })
  }
}
