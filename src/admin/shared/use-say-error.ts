import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ApiError } from "./api"
import { useErrorText } from "./use-error-text"

/** Tells about a failed action in the corner of the screen, in the reader's language. */
export const useSayError = (): ((error: Error) => void) => {
  const { t } = useTranslation("dkShared")
  const errorText = useErrorText()
  return (error) => {
    if (error instanceof ApiError && error.status === 403) {
      toast.error(t("forbidden.title"), { description: t("forbidden.text") })
      return
    }
    toast.error(errorText(error))
  }
}
