import { useTranslation } from "react-i18next"
import type { NoticeAbout } from "../notice-groups"

/** A language as people say it: dansk, engelsk (Storbritannien). The tag where there is no name. */
export const languageName = (tag: string, language: string): string =>
  new Intl.DisplayNames([language.startsWith("da") ? "da-DK" : "en-GB"], {
    type: "language",
  }).of(tag) ?? tag

/** A purpose of the shop's own, as a word where the plugin knows one. */
export const usePurposeName = (): ((purpose: string) => string) => {
  const { t } = useTranslation("dkConsents")
  return (purpose) => t(`purpose.${purpose}`, { defaultValue: purpose.replaceAll("_", " ") })
}

/** What a text is about, as staff says it, without its language. */
export const useNoticeName = (): ((about: Omit<NoticeAbout, "locale">) => string) => {
  const { t } = useTranslation("dkNotices")
  const { t: tConsents } = useTranslation("dkConsents")
  const nameOf = usePurposeName()
  return ({ kind, purpose, channel }) =>
    purpose === null || channel === null
      ? t(`kind.${kind}`)
      : t("marketingName", { purpose: nameOf(purpose), on: tConsents(`on.${channel}`) })
}
