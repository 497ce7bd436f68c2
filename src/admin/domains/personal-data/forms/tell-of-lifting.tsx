import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "../../../shared/error-notice"
import type { Locale } from "../../../shared/locale"
import { TextField } from "../../../shared/text-field"
import { useTellOfLifting } from "../hooks/use-restrictions"

type TellOfLiftingProps = {
  id: string
  /** Language of the mail; the store's first when left out. */
  locale?: Locale | undefined
  /** When the mail went, to the millisecond. */
  onTold: (at: string) => void
}

/** Tells the person by mail, in words that staff writes to them. */
export const TellOfLifting = ({ id, locale, onTold }: TellOfLiftingProps) => {
  const { t } = useTranslation("dkRestrictions")
  const [words, setWords] = useState("")
  const tell = useTellOfLifting(id)
  const press = () => {
    tell.mutate(
      { reason: words.trim(), ...(locale && { locale }) },
      {
        onSuccess: (at) => {
          toast.success(t("mail.sent"))
          onTold(at)
        },
      }
    )
  }
  return (
    <section
      aria-label={t("mail.title")}
      className="flex flex-col gap-y-3 rounded-md border p-4"
      data-testid="dk-restriction-mail"
    >
      <div>
        <Text size="small" weight="plus">
          {t("mail.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("mail.text")}
        </Text>
      </div>
      <TextField
        id="dk-restriction-words"
        label={t("mail.words")}
        rows={3}
        maxLength={500}
        value={words}
        onChange={setWords}
      />
      {tell.error && <ErrorNotice error={tell.error} />}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="w-fit"
        disabled={words.trim() === ""}
        isLoading={tell.isPending}
        data-testid="dk-restriction-tell"
        onClick={press}
      >
        {t("mail.send")}
      </Button>
    </section>
  )
}
