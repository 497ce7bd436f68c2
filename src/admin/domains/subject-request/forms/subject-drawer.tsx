import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { findHoldOwner } from "../../personal-data/find-hold-owner"
import { useSetSubject } from "../hooks/use-fulfilment"

const WAYS = ["customer", "email", "found"] as const
type Way = (typeof WAYS)[number]

const findSubject = async (way: Way, text: string) => {
  if (way === "email") return { email: text.trim() }
  const found = await findHoldOwner({ kind: "customer", text })
  return found !== null && "customer_id" in found ? found : null
}

type SubjectDrawerProps = {
  id: string
  /** The address that letters go to is a representative's. */
  isForOther: boolean
  onClose: () => void
}

/** Asks whom a request is about: a customer, all of an e-mail address, or rows that staff finds and confirms. */
export const SubjectDrawer = ({ id, isForOther, onClose }: SubjectDrawerProps) => {
  const { t } = useTranslation("dkFulfil")
  const [way, setWay] = useState<Way>("customer")
  const [text, setText] = useState("")
  const set = useSetSubject(id)
  const isUnknown = set.data === null
  const isFound = way === "found"
  return (
    <FormDrawer
      title={t("about.change")}
      text={t("about.changeText")}
      submitLabel={t("about.save")}
      isPending={set.isPending}
      isReady={!isFound && text.trim() !== ""}
      error={set.error}
      testId="dk-subject-drawer"
      onSubmit={() => {
        set.mutate(() => findSubject(way, text), {
          onSuccess: (subject) => {
            if (subject === null) return
            toast.success(t("about.saved"))
            onClose()
          },
        })
      }}
      onClose={onClose}
    >
      <SelectField
        id="dk-subject-way"
        label={t("about.way")}
        value={way}
        options={WAYS.filter((value) => value !== "email" || !isForOther).map((value) => ({
          value,
          label: t(`about.${value}`),
        }))}
        onChange={(next) => {
          set.reset()
          setWay(next)
        }}
      />
      {isFound ? (
        <div className="flex flex-col gap-y-2">
          <Text size="small" className="text-ui-fg-subtle">
            {t("about.foundText")}
          </Text>
          <Link
            to={`/privacy/find?request=${id}`}
            className="text-ui-fg-base txt-small-plus w-fit underline"
            data-testid="dk-subject-find"
          >
            {t("about.find")}
          </Link>
        </div>
      ) : (
        <TextField
          id="dk-subject-email"
          label={t("about.emailLabel")}
          hint={t(`about.hint.${way}`)}
          inputMode="email"
          maxLength={320}
          isRequired
          value={text}
          problem={isUnknown ? t("about.unknown") : null}
          onChange={(next) => {
            set.reset()
            setText(next)
          }}
        />
      )}
    </FormDrawer>
  )
}
