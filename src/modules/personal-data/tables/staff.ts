import { by, freeTable, table, where } from "../domain/table-map"
import type { ColumnRule, EraseStrategy, TableMap } from "../domain/table-map"
import { ABOUT, LINK, MADE_BY_STAFF, SHOP, STAFF_TRACE, internal } from "./rules"

const ROLES = "roles and what they allow; who has one is told by `user_rbac_role`"

/**
 * Who works here today is not erased by a customer's request: a staff row is touched only when Medusa has deleted the
 * user. Their access export shows it all the same.
 */
const ofStaff = (erase: Exclude<EraseStrategy, { when: string }>, gone: string): ColumnRule =>
  internal("staff", { when: gone, then: erase })

const USER_GONE = "t.deleted_at IS NOT NULL"
const OWNER_GONE = `t.user_id IN (SELECT u.id FROM "user" AS u WHERE u.deleted_at IS NOT NULL)`
/** An invitation that still can be accepted, or was accepted by somebody who works here, stays. */
const INVITE_OVER = `(t.deleted_at IS NOT NULL OR t.accepted OR t.expires_at < now()) AND NOT EXISTS (SELECT 1 FROM "user" AS u WHERE lower(u.email) = lower(t.email) AND u.deleted_at IS NULL)`

/** Staff save searches, and a search may be a customer's e-mail, name apart. */
const MENTIONED = `EXISTS (SELECT 1 FROM unnest(:email || :customer) AS mark WHERE position(to_jsonb(mark)::text IN lower(t.configuration::text)) > 0 OR position(to_jsonb(mark)::text IN t.configuration::text) > 0)`
const WITHOUT_SEARCH = `CASE WHEN ${OWNER_GONE} THEN '{}'::jsonb WHEN ${MENTIONED} THEN t.configuration - 'filters' - 'search' ELSE t.configuration END`

/** May name customers to staff and staff to customers, so it is erased and not exported. */
const SAVED_VIEW: ColumnRule = { ...internal("staff", { sql: WITHOUT_SEARCH }), secret: true }

/** Staff: who they are, what they were allowed and what they saved for themselves. */
export const STAFF_TABLES: readonly TableMap[] = [
  table("user_preference")
    .of(by("user_id", "user"))
    .column("value", ofStaff("empty_object", OWNER_GONE))
    .contextOf(["id", "key"], ABOUT)
    .freeOf(["user_id"], LINK),
  table("view_configuration")
    .of(by("user_id", "user"), where(MENTIONED))
    .column("configuration", SAVED_VIEW)
    .column("name", { ...ofStaff("null", OWNER_GONE), secret: true })
    .contextOf(["id", "entity"], ABOUT)
    .freeOf(["user_id"], LINK),
  table("layout_configuration")
    .of(by("user_id", "user"), where(MENTIONED))
    .column("configuration", SAVED_VIEW)
    .contextOf(["id", "zone"], ABOUT)
    .freeOf(["user_id"], LINK),
  table("user_rbac_role")
    .of(by("user_id", "user"))
    .contextOf(["id", "rbac_role_id"], ABOUT)
    .freeOf(["user_id"], LINK),
  table("invite_rbac_role")
    .of(where(`t.invite_id IN (SELECT i.id FROM invite AS i WHERE lower(i.email) = ANY(:email))`))
    .contextOf(["id", "rbac_role_id"], ABOUT)
    .freeOf(["invite_id"], LINK),
  freeTable("rbac_policy", ROLES, [
    "id",
    "key",
    "resource",
    "operation",
    "name",
    "description",
    "metadata",
  ]),
  freeTable("rbac_role", ROLES, ["id", "name", "description", "metadata"]),
  freeTable("rbac_role_inheritance", ROLES, ["id", "role_id", "inherited_role_id", "metadata"]),
  freeTable("rbac_role_parent", ROLES, ["id", "role_id", "parent_id", "metadata"]),
  freeTable("rbac_role_policy", ROLES, ["id", "role_id", "policy_id", "metadata"]),
  table("invite")
    .of(where("lower(t.email) = ANY(:email)"))
    .column("email", ofStaff("placeholder_email", INVITE_OVER))
    .column("token", { ...ofStaff("empty_text", INVITE_OVER), secret: true })
    .column("metadata", ofStaff("null", INVITE_OVER))
    .contextOf(["id", "accepted", "created_at"], ABOUT),
  table("user")
    .of(by("id", "user"))
    .columnsOf(["first_name", "last_name", "avatar_url", "metadata"], ofStaff("null", USER_GONE))
    .column("email", ofStaff("placeholder_email", USER_GONE))
    .contextOf(["id", "created_at"], ABOUT),
  table("api_key")
    .of(by("created_by", "user"), by("revoked_by", "user"))
    .columnsOf(["created_by", "revoked_by"], STAFF_TRACE)
    .contextOf(["id", "title"], MADE_BY_STAFF)
    .freeOf(["token", "salt", "redacted", "type"], SHOP),
]
