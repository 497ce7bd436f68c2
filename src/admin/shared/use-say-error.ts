import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ApiError } from "./api"

/** Tells about a failed action in the corner of the screen, in the reader's language. */
export const useSayError = (): ((error: Error) => void) => {
  const { t } = useTranslation("dkShared")
  return (error) => {
    if (error instanceof ApiError && error.status === 403) {
      toast.error(t("forbidden.title"), { description: t("forbidden.text") })
      return
    }
    const code = error instanceof ApiError ? error.code : "network"
    toast.error(t(`errors.${code}`, { defaultValue: t("errors.unknown_error") }))
  }
}
