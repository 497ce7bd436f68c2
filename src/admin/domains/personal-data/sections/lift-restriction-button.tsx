import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Locale } from "../../../shared/locale"
import { LiftRestrictionDrawer } from "../forms/lift-restriction-drawer"

type LiftRestrictionButtonProps = { id: string; locale?: Locale | undefined }

/** Opens the form that ends a restriction. */
export const LiftRestrictionButton = ({ id, locale }: LiftRestrictionButtonProps) => {
  const { t } = useTranslation("dkRestrictions")
  const [isLifting, setLifting] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        data-testid="dk-restriction-lift"
        onClick={() => {
          setLifting(true)
        }}
      >
        {t("lift")}
      </Button>
      {isLifting && (
        <LiftRestrictionDrawer
          id={id}
          locale={locale}
          onClose={() => {
            setLifting(false)
          }}
        />
      )}
    </>
  )
}
