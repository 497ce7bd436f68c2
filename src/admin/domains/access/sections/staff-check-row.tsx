import { Button, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminStaffCheck } from "../../../../types/http"
import { formatDay } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { useStaffName } from "../../personal-data/hooks/use-staff-name"
import { LeavingDrawer } from "../forms/leaving-drawer"
import { SeenAgainDrawer } from "../forms/seen-again-drawer"
import { useDeleteStaffCheck } from "../hooks/use-staff-checks"

const COLOURS = { valid: "green", soon: "orange", due: "red", left: "grey" } as const

const DeleteButton = ({ id }: { id: string }) => {
  const { t } = useTranslation("dkAccessChecks")
  const { t: tShared } = useTranslation("dkShared")
  const remove = useDeleteStaffCheck()
  const prompt = usePrompt()
  const onError = useSayError()
  const press = async () => {
    const isSure = await prompt({
      title: t("staff.remove"),
      description: t("staff.removeText"),
      confirmText: t("staff.remove"),
      cancelText: tShared("cancel"),
      variant: "danger",
    })
    if (isSure)
      remove.mutate(id, { onSuccess: () => toast.success(t("staff.removeDone")), onError })
  }
  return (
    <Button
      size="small"
      variant="transparent"
      isLoading={remove.isPending}
      data-testid="dk-check-delete"
      onClick={() => void press()}
    >
      {t("staff.remove")}
    </Button>
  )
}

const Actions = ({ check: { id, left_on: leftOn } }: { check: AdminStaffCheck }) => {
  const { t } = useTranslation("dkAccessChecks")
  const [open, setOpen] = useState<"again" | "leave" | null>(null)
  const close = () => {
    setOpen(null)
  }
  return (
    <div className="flex flex-wrap gap-2">
      {leftOn === null &&
        (["again", "leave"] as const).map((act) => (
          <Button
            key={act}
            size="small"
            variant="secondary"
            data-testid={`dk-check-${act}`}
            onClick={() => {
              setOpen(act)
            }}
          >
            {t(`staff.${act}`)}
          </Button>
        ))}
      <DeleteButton id={id} />
      {open === "again" && <SeenAgainDrawer id={id} onClose={close} />}
      {open === "leave" && <LeavingDrawer id={id} onClose={close} />}
    </div>
  )
}

const Days = ({ check }: { check: AdminStaffCheck }) => {
  const { t, i18n } = useTranslation("dkAccessChecks")
  const seer = useStaffName(check.seen_by)
  const day = (text: string) => formatDay(text, i18n.language)
  return (
    <div className="txt-small break-words">
      <p>
        {t("staff.seen", { day: day(check.seen_on) })}
        {seer !== undefined && ` ${t("staff.by", { name: seer })}`}
      </p>
      <p>
        {check.left_on === null
          ? t("staff.due", { day: day(check.next_due) })
          : t("staff.left", { day: day(check.left_on) })}
      </p>
    </div>
  )
}

/** Whose certificate was seen, why the post needs it, and what comes next. */
export const StaffCheckRow = ({ check }: { check: AdminStaffCheck }) => {
  const { t } = useTranslation("dkAccessChecks")
  const name = useStaffName(check.user_id)
  const who =
    check.employee_reference === null
      ? (name ?? t("staff.unknownUser"))
      : t("staff.number", { number: check.employee_reference })
  return (
    <Table.Row className="align-top" data-testid="dk-check-row">
      <Table.Cell className="py-4">
        <div className="flex max-w-[520px] flex-col items-start gap-y-2">
          <StatusBadge color={COLOURS[check.state]}>{t(`staff.state.${check.state}`)}</StatusBadge>
          <div>
            <Text size="small" weight="plus" className="text-ui-fg-base break-words">
              {who}
            </Text>
            <Text size="small">
              {t(`staff.kind.${check.kind}`)}. {t(`staff.reason.${check.reason}`)}.
            </Text>
            <Text size="small">{t(`staff.post.${check.completed ? "yes" : "no"}`)}</Text>
          </div>
          <div className="md:hidden">
            <Days check={check} />
          </div>
          <Actions check={check} />
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[38%] py-4 md:table-cell">
        <Days check={check} />
      </Table.Cell>
    </Table.Row>
  )
}
