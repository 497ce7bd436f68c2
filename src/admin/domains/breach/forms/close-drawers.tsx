import { useTranslation } from "react-i18next"
import { TextsDrawer } from "./texts-drawer"

type CloseDrawerProps = { breachId: string; onClose: () => void }

/** Asks for the closing review: why it happened, and what is changed. */
export const CloseDrawer = (props: CloseDrawerProps) => {
  const { t } = useTranslation("dkBreachCase")
  return (
    <TextsDrawer
      {...props}
      path="close"
      title={t("close.open")}
      text={t("close.openText")}
      done={t("close.done")}
      fields={[
        { name: "cause", label: t("close.cause"), rows: 4, maxLength: 5000 },
        { name: "lessons", label: t("close.lessons"), rows: 4, maxLength: 5000 },
      ]}
      testId="dk-breach-close-drawer"
    />
  )
}

/** Opens a closed case again, with the reason. */
export const ReopenDrawer = (props: CloseDrawerProps) => {
  const { t } = useTranslation("dkBreachCase")
  return (
    <TextsDrawer
      {...props}
      path="reopen"
      title={t("close.reopen")}
      text={t("close.reopenText")}
      done={t("close.reopened")}
      fields={[{ name: "reasoning", label: t("close.reopenReason"), rows: 4, maxLength: 5000 }]}
      testId="dk-breach-reopen-drawer"
    />
  )
}
