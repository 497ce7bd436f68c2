import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useEnterObjection } from "../hooks/use-audience"

const KINDS = ["email", "phone"] as const

type Kind = (typeof KINDS)[number]

/** Asks who does not want marketing, by e-mail or phone. */
export const ObjectionDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("dkConsentAudience")
  const [kind, setKind] = useState<Kind>("email")
  const [text, setText] = useState("")
  const enter = useEnterObjection()
  const { error, isPending } = enter
  const isWrong = error instanceof ApiError && error.status === 400
  const submit = () => {
    const address = text.trim()
    enter.mutate(kind === "email" ? { email: address } : { phone: address }, {
      onSuccess: () => {
        toast.success(t("saved"))
        onClose()
      },
    })
  }
  return (
    <FormDrawer
      title={t("objection")}
      text={t("objectionText")}
      submitLabel={t("save")}
      isPending={isPending}
      isReady={text.trim() !== ""}
      error={isWrong ? null : error}
      testId="dk-objection-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        id="dk-objection-kind"
        label={t("by")}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`byOptions.${value}`) }))}
        onChange={(next) => {
          enter.reset()
          setKind(next)
          setText("")
        }}
      />
      <TextField
        id="dk-objection-address"
        label={t(kind)}
        isRequired
        inputMode={kind === "email" ? "email" : "tel"}
        value={text}
        problem={isWrong ? t(`wrong.${kind}`) : null}
        {...(kind === "phone" && { hint: t("phoneHint") })}
        onChange={(next) => {
          enter.reset()
          setText(next)
        }}
      />
    </FormDrawer>
  )
}
