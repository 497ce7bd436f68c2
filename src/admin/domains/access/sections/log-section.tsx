import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListControls } from "../../../shared/list-bar"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"
import { StaffNoticeDrawer } from "../forms/staff-notice-drawer"
import { useAccessLog } from "../hooks/use-access-log"
import { useRoles } from "../hooks/use-roles"
import { LogPerson } from "./log-person"
import { LogRows } from "./log-rows"

/** Nothing is logged before staff has been told: why, and the text to tell them with. */
const OffNotice = ({ onOpen }: { onOpen: () => void }) => {
  const { t } = useTranslation("dkAccess")
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-testid="dk-log-off">
        <p className="font-medium">{t("log.off")}</p>
        <p>{t("log.offText")}</p>
        <Button
          className="mt-2"
          size="small"
          variant="secondary"
          data-testid="dk-log-publish"
          onClick={onOpen}
        >
          {t("log.readNotice")}
        </Button>
      </Alert>
    </div>
  )
}

const ORDERS = ["-read_at", "read_at"] as const
const FILTERS = { staff: null, customer: null } as const

const useControls = (): ListControls => {
  const { t } = useTranslation("dkAccess")
  const { t: tShared } = useTranslation("dkShared")
  const staff = useRoles().data?.staff ?? []
  return {
    choices: [
      {
        name: "staff",
        label: t("log.staff"),
        options: [
          { value: ANY, label: t("log.everybody") },
          ...staff.map(({ user_id: value, email, name }) => ({ value, label: name ?? email })),
        ],
      },
    ],
    orders: [
      { value: "-read_at", label: tShared("list.newest") },
      { value: "read_at", label: tShared("list.oldest") },
    ],
  }
}

/** Who read whose data: by member of staff and by customer. */
export const LogSection = () => {
  const { t } = useTranslation("dkAccess")
  const list = useList({ name: "log", filters: FILTERS, orders: ORDERS })
  const { filter, order, page } = list
  const [isOpen, setOpen] = useState(false)
  const query = useAccessLog({
    ...(filter.customer !== ANY && { customer_id: filter.customer }),
    ...(filter.staff !== ANY && { user_id: filter.staff }),
    ...{ order, ...page.range },
  })
  const isOn = query.data?.is_on
  return (
    <>
      <ListSection
        title={t("log.title")}
        text={t("log.text")}
        testId="dk-log"
        list={list}
        query={query}
        empty={{
          title: t("log.empty"),
          text: isOn === false ? t("log.emptyOff") : t("log.emptyText"),
        }}
        above={
          <>
            {isOn === false && (
              <OffNotice
                onOpen={() => {
                  setOpen(true)
                }}
              />
            )}
            {query.data && (
              <LogPerson
                onFound={(id) => {
                  list.choose("customer", id)
                }}
              />
            )}
          </>
        }
        {...useControls()}
      >
        {({ access_events: events }) => <LogRows events={events} />}
      </ListSection>
      {isOpen && (
        <StaffNoticeDrawer
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
