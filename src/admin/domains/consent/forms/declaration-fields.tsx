import { Checkbox, Heading, Label, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { NoticeData } from "../../../../types/http"
import { TextField } from "../../../shared/text-field"
import { useWord } from "../../personal-data/hooks/use-word"

type Declaration = Extract<NoticeData, { declares: unknown }>["declares"]

const NOTHING: Declaration = { categories: [], recipients: [], deadlines: {} }

const linesOf = (text: string): string[] => text.split("\n")

type CategoryProps = {
  category: string
  declares: Declaration
  onChange: (declares: Declaration) => void
}

const CategoryField = ({ category, declares, onChange }: CategoryProps) => {
  const { t } = useTranslation("dkNotices")
  const word = useWord()
  const { categories, deadlines } = declares
  const id = `dk-declares-${category}`
  const isDeclared = categories.includes(category)
  const label = word("category", category)
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-2">
        <Checkbox
          id={id}
          checked={isDeclared}
          onCheckedChange={(checked) => {
            const others = categories.filter((known) => known !== category)
            onChange({ ...declares, categories: checked ? [...others, category] : others })
          }}
        />
        <Label htmlFor={id} size="small">
          {label}
        </Label>
      </div>
      {isDeclared && (
        <div className="pl-6">
          <TextField
            id={`${id}-deadline`}
            label={t("declares.deadline", { category: label })}
            maxLength={200}
            value={deadlines[category] ?? ""}
            onChange={(text) => {
              onChange({ ...declares, deadlines: { ...deadlines, [category]: text } })
            }}
          />
        </div>
      )}
    </div>
  )
}

type DeclarationFieldsProps = {
  declares: Declaration | null
  /** Categories of the map. */
  known: readonly string[]
  onChange: (declares: Declaration) => void
}

/** What a policy says, so that it can be held against the map. */
export const DeclarationFields = ({ declares, known, onChange }: DeclarationFieldsProps) => {
  const { t } = useTranslation("dkNotices")
  const said = declares ?? NOTHING
  const categories = [...new Set([...known, ...said.categories])]
  return (
    <section className="flex flex-col gap-y-3" data-testid="dk-declares">
      <div>
        <Heading level="h3">{t("declares.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("declares.hint")}
        </Text>
      </div>
      <fieldset className="flex flex-col gap-y-3">
        <legend className="txt-compact-small-plus mb-2">{t("declares.categories")}</legend>
        {categories.map((category) => (
          <CategoryField key={category} category={category} declares={said} onChange={onChange} />
        ))}
      </fieldset>
      <TextField
        id="dk-declares-recipients"
        label={t("declares.recipients")}
        hint={t("declares.recipientsHint")}
        rows={4}
        value={said.recipients.join("\n")}
        onChange={(text) => {
          onChange({ ...said, recipients: linesOf(text) })
        }}
      />
    </section>
  )
}
