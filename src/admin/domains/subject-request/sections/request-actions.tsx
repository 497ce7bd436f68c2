import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSubjectRequestDetail } from "../../../../types/http"
import { ACTIONS } from "../actions"
import type { StaffAction } from "../actions"
import { DecisionDrawer } from "../forms/decision-drawer"

/** A button for each thing that is possible now. */
export const RequestActions = ({ request }: { request: AdminSubjectRequestDetail }) => {
  const { t } = useTranslation("dkRequests")
  const [action, setAction] = useState<StaffAction | null>(null)
  const possible = ACTIONS.filter((known) => request.actions.includes(known))
  return (
    <div className="px-6 py-4" data-testid="dk-request-actions">
      <Text size="small" weight="plus" className="mb-2">
        {t("actionsTitle")}
      </Text>
      {possible.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("noActions")}
        </Text>
      )}
      <div className="flex flex-wrap gap-2">
        {possible.map((known) => (
          <Button
            key={known}
            size="small"
            variant={known === "refused" ? "danger" : "secondary"}
            data-testid={`dk-request-${known}`}
            onClick={() => {
              setAction(known)
            }}
          >
            {t(`action.${known}`)}
          </Button>
        ))}
      </div>
      {action !== null && (
        <DecisionDrawer
          requestId={request.id}
          action={action}
          onClose={() => {
            setAction(null)
          }}
        />
      )}
    </div>
  )
}
