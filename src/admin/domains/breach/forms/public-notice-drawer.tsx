import { useTranslation } from "react-i18next"
import { TextsDrawer } from "./texts-drawer"

type PublicNoticeDrawerProps = { breachId: string; onClose: () => void }

/** Records where the public notice was given, and what it says. */
export const PublicNoticeDrawer = (props: PublicNoticeDrawerProps) => {
  const { t } = useTranslation("dkBreachCase")
  return (
    <TextsDrawer
      {...props}
      path="public-notice"
      title={t("publicNotice.open")}
      text={t("publicNotice.openText")}
      done={t("publicNotice.done")}
      fields={[
        {
          ...{ name: "place", label: t("publicNotice.place") },
          ...{ hint: t("publicNotice.placeHint"), maxLength: 500 },
        },
        { name: "text", label: t("publicNotice.words"), rows: 8, maxLength: 5000 },
      ]}
      testId="dk-breach-public-drawer"
    />
  )
}
