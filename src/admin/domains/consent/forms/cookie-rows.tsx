import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CookiePurpose, NoticeCookie } from "../../../../types/http"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"

const PURPOSES: readonly CookiePurpose[] = ["necessary", "functional", "statistics", "marketing"]

const EMPTY: NoticeCookie = {
  name: "",
  provider: "",
  purpose: "necessary",
  description: "",
  lifetime: "",
}

const TEXTS = ["name", "provider", "description", "lifetime"] as const

type RowProps = {
  cookie: NoticeCookie
  number: number
  onChange: (cookie: NoticeCookie) => void
  onRemove: () => void
}

const CookieRow = ({ cookie, number, onChange, onRemove }: RowProps) => {
  const { t } = useTranslation("dkNotices")
  const id = `dk-cookie-${number.toString()}`
  const title = cookie.name === "" ? t("cookies.number", { number }) : cookie.name
  return (
    <fieldset className="border-ui-border-base flex flex-col gap-y-3 rounded-md border px-4 py-3">
      <legend className="sr-only">{title}</legend>
      <div className="grid gap-3 xl:grid-cols-2">
        {TEXTS.map((field) => (
          <TextField
            key={field}
            id={`${id}-${field}`}
            label={t(`cookies.${field}`)}
            isRequired
            maxLength={200}
            value={cookie[field]}
            onChange={(text) => {
              onChange({ ...cookie, [field]: text })
            }}
          />
        ))}
        <SelectField
          id={`${id}-purpose`}
          label={t("cookies.purpose")}
          value={cookie.purpose}
          options={PURPOSES.map((value) => ({ value, label: t(`cookies.purposes.${value}`) }))}
          onChange={(purpose) => {
            onChange({ ...cookie, purpose })
          }}
        />
      </div>
      <div>
        <Button
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("cookies.removeNamed", { name: title })}
          onClick={onRemove}
        >
          {t("cookies.remove")}
        </Button>
      </div>
    </fieldset>
  )
}

type CookieRowsProps = {
  cookies: readonly NoticeCookie[]
  onChange: (cookies: NoticeCookie[]) => void
}

/** The list of a cookie policy, a cookie after the other. */
export const CookieRows = ({ cookies, onChange }: CookieRowsProps) => {
  const { t } = useTranslation("dkNotices")
  return (
    <section className="flex flex-col gap-y-3">
      <div>
        <Heading level="h3">{t("cookies.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("cookies.hint")}
        </Text>
      </div>
      {cookies.map((cookie, index) => (
        <CookieRow
          key={index}
          cookie={cookie}
          number={index + 1}
          onChange={(next) => {
            onChange(cookies.map((old, place) => (place === index ? next : old)))
          }}
          onRemove={() => {
            onChange(cookies.filter((_, place) => place !== index))
          }}
        />
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          data-testid="dk-cookie-add"
          onClick={() => {
            onChange([...cookies, EMPTY])
          }}
        >
          {t("cookies.add")}
        </Button>
      </div>
    </section>
  )
}
