import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "../../../shared/error-notice"
import { localeOf } from "../../../shared/locale"
import type { Locale } from "../../../shared/locale"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useTellOfLifting } from "../hooks/use-restrictions"

type TellByMailProps = { id: string; onTold: (toldAt: string) => void }

/** Mails the person that their restriction will be lifted, and why, in the language staff chooses. */
export const TellByMail = ({ id, onTold }: TellByMailProps) => {
  const { t, i18n } = useTranslation("dkRestrictions")
  const [words, setWords] = useState("")
  const [locale, setLocale] = useState<Locale>(localeOf(i18n.language))
  const tell = useTellOfLifting(id)
  return (
    <div className="border-ui-border-base flex flex-col gap-y-4 rounded-lg border p-4">
      <TextField
        id="dk-restriction-words"
        label={t("words")}
        hint={t("wordsHint")}
        rows={3}
        maxLength={500}
        value={words}
        onChange={(value) => {
          tell.reset()
          setWords(value)
        }}
      />
      <SelectField
        id="dk-restriction-locale"
        label={t("mailLocale")}
        value={locale}
        options={(["da", "en"] as const).map((value) => ({ value, label: t(`locale.${value}`) }))}
        onChange={setLocale}
      />
      {tell.error && <ErrorNotice error={tell.error} />}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={words.trim() === ""}
        isLoading={tell.isPending}
        data-testid="dk-restriction-tell"
        onClick={() => {
          tell.mutate(
            { reason: words, locale },
            {
              onSuccess: ({ told_at: toldAt }) => {
                onTold(toldAt)
              },
            }
          )
        }}
      >
        {t("tell")}
      </Button>
    </div>
  )
}
