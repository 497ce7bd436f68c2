import { useTranslation } from "react-i18next"
import { TextsDrawer } from "./texts-drawer"

/** Writes a note into what happened. */
export const NoteDrawer = (props: { breachId: string; onClose: () => void }) => {
  const { t } = useTranslation("dkBreachCase")
  return (
    <TextsDrawer
      {...props}
      path="notes"
      title={t("note")}
      text={t("noteText")}
      done={t("noted")}
      fields={[{ name: "text", label: t("noteLabel"), rows: 5, maxLength: 5000 }]}
      testId="dk-breach-note-drawer"
    />
  )
}
