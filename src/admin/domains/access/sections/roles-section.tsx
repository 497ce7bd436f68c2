import { Badge, Table, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminRoles, AdminStaffRole, DkRole } from "../../../../types/http"
import { ListTable } from "../../../shared/list-table"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { useSayError } from "../../../shared/use-say-error"
import { useGiveRole, useRoles } from "../hooks/use-roles"
import { UnlimitedNotice } from "./unlimited-notice"

const ROLES: readonly DkRole[] = ["owner", "customer_service", "bookkeeper", "warehouse"]
const CHOICES = [...ROLES, "none"] as const

/** What a user may; those whom the option or Medusa's RBAC decides about cannot be changed here. */
const RoleChoice = ({ person }: { person: AdminStaffRole }) => {
  const { t } = useTranslation("dkAccess")
  const give = useGiveRole()
  const sayError = useSayError()
  const name = person.name ?? person.email
  return (
    <SelectField
      id={`dk-role-${person.user_id}`}
      label={t("roles.of", { name })}
      isLabelHidden
      value={person.role ?? "none"}
      options={CHOICES.map((value) => ({ value, label: t(`role.${value}`) }))}
      onChange={(choice) => {
        give.mutate(
          { user_id: person.user_id, role: choice === "none" ? null : choice },
          {
            onSuccess: () => toast.success(t("roles.given", { name, role: t(`role.${choice}`) })),
            onError: sayError,
          }
        )
      }}
    />
  )
}

const Role = ({ person, isFixed }: { person: AdminStaffRole; isFixed: boolean }) => {
  const { t } = useTranslation("dkAccess")
  if (person.is_operator) {
    return (
      <div className="flex flex-col items-start gap-y-1">
        <Badge size="2xsmall">{t("role.owner")}</Badge>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("roles.operator")}
        </Text>
      </div>
    )
  }
  return isFixed ? (
    <Badge size="2xsmall">{t(`role.${person.role ?? "none"}`)}</Badge>
  ) : (
    <RoleChoice person={person} />
  )
}

const Staff = ({ roles: { staff, platform_rbac: isFixed } }: { roles: AdminRoles }) => {
  const { t } = useTranslation("dkAccess")
  return (
    <ListTable
      columns={[
        { key: "who", label: t("roles.who") },
        { key: "role", label: t("roles.role") },
        { key: "sees", label: t("roles.sees"), isWide: true },
      ]}
    >
      {staff.map((person) => (
        <Table.Row key={person.user_id} data-testid="dk-role-row">
          <Table.Cell className="py-3">
            <Text size="small" weight="plus" className="text-ui-fg-base break-words">
              {person.name ?? person.email}
            </Text>
            {person.name !== null && (
              <Text size="small" className="break-all">
                {person.email}
              </Text>
            )}
          </Table.Cell>
          <Table.Cell className="py-3">
            <Role person={person} isFixed={isFixed} />
          </Table.Cell>
          <Table.Cell className="hidden max-w-[320px] py-3 md:table-cell">
            <Text size="small">{t(`sees.${person.role ?? "none"}`)}</Text>
          </Table.Cell>
        </Table.Row>
      ))}
    </ListTable>
  )
}

const Explanations = () => {
  const { t } = useTranslation("dkAccess")
  return (
    <dl className="grid gap-x-6 gap-y-3 px-6 py-4 md:grid-cols-2" data-testid="dk-role-texts">
      {ROLES.map((role) => (
        <div key={role}>
          <dt className="txt-small-plus text-ui-fg-base">{t(`role.${role}`)}</dt>
          <dd className="txt-small text-ui-fg-subtle">{t(`explain.${role}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who works here and what each may see; roles are given here. */
export const RolesSection = () => {
  const { t } = useTranslation("dkAccess")
  const { t: tPrivacy } = useTranslation("dkPrivacy")
  const query = useRoles()
  const { data } = query
  return (
    <Section level="h1" title={tPrivacy("menu.access")} text={t("roles.text")} testId="dk-roles">
      <Reading query={query} lines={6} />
      {data && (
        <>
          <div className="flex flex-col gap-y-2 px-6 py-4 empty:hidden">
            <UnlimitedNotice />
            {data.platform_rbac && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("roles.rbac")}
              </Text>
            )}
          </div>
          <Staff roles={data} />
          <Explanations />
        </>
      )}
    </Section>
  )
}
