import { RadioGroup, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import { localeOf } from "../../../shared/locale"
import type { Locale } from "../../../shared/locale"
import { SelectField } from "../../../shared/select-field"
import { useErasurePreview } from "../hooks/use-erasures"
import { useExport } from "../hooks/use-export"
import type { Person } from "../person"
import { UncertainPart } from "../sections/uncertain-part"

type ExportDrawerProps = { person: Person; onClose: () => void }

const PROFILES = ["access", "portability"] as const
type Profile = (typeof PROFILES)[number]

type ProfileChoiceProps = { value: Profile; onChange: (profile: Profile) => void }

const ProfileChoice = ({ value, onChange }: ProfileChoiceProps) => {
  const { t } = useTranslation("dkPersonalData")
  return (
    <RadioGroup
      value={value}
      aria-label={t("export.profile")}
      onValueChange={(next) => {
        onChange(PROFILES.find((known) => known === next) ?? "access")
      }}
    >
      {PROFILES.map((profile) => (
        <RadioGroup.ChoiceBox
          key={profile}
          value={profile}
          label={t(`export.${profile}`)}
          description={t(`export.${profile}Text`)}
          data-testid={`dk-export-${profile}`}
        />
      ))}
    </RadioGroup>
  )
}

/** Asks what a copy shall hold and in which language, then lets the browser download it. */
export const ExportDrawer = ({ person, onClose }: ExportDrawerProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const [profile, setProfile] = useState<Profile>("access")
  const [locale, setLocale] = useState<Locale>(localeOf(i18n.language))
  const [confirmed, setConfirmed] = useState<string[]>([])
  const preview = useErasurePreview(person)
  const copy = useExport()
  const download = () => {
    copy.mutate(
      { ...person, profile, locale, confirmed_order_ids: confirmed },
      {
        onSuccess: () => {
          toast.success(t("export.done"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("export.title")}
      text={t("export.text")}
      submitLabel={t("export.download")}
      isPending={copy.isPending}
      error={copy.error ?? preview.error}
      testId="dk-export-drawer"
      onSubmit={download}
      onClose={onClose}
    >
      <ProfileChoice value={profile} onChange={setProfile} />
      <SelectField
        id="dk-export-locale"
        label={t("export.locale")}
        value={locale}
        options={[
          { value: "da", label: t("export.danish") },
          { value: "en", label: t("export.english") },
        ]}
        onChange={setLocale}
      />
      {preview.data && (
        <UncertainPart
          rows={preview.data.uncertain_orders}
          text={t("export.uncertainText")}
          confirmed={confirmed}
          onConfirm={setConfirmed}
        />
      )}
    </FormDrawer>
  )
}
