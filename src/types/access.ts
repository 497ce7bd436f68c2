/** What staff may do: Ejer, Kundeservice, Bogholder, Lager. */
export type DkRole = "owner" | "customer_service" | "bookkeeper" | "warehouse"

export type AdminStaffRole = {
  user_id: string
  email: string
  name: string | null
  role: DkRole | null
  /** The option `access.operators` makes this user an owner; no role can be given. */
  is_operator: boolean
  /** May open every customer. Null where Medusa's RBAC decides. */
  sees_everyone: boolean | null
}

/** Answer of `GET /admin/privacy/roles`. */
export type AdminRoles = {
  staff: AdminStaffRole[]
  /** Medusa's own RBAC is on and gives the roles. */
  platform_rbac: boolean
  /** Staff without a role see nothing. */
  require_roles: boolean
  without_role: number
  see_everyone: number
}

/** Body of `POST /admin/privacy/roles`; answered with `{ staff_role }`. */
export type AdminGiveRole = { user_id: string; role: DkRole | null }

/** One read of people's data. Instants are ISO 8601 in UTC. */
export type AdminAccessEvent = {
  id: string
  actor: { type: string; id: string; email: string | null }
  role: string | null
  /** As the route is declared: `GET /admin/orders/:id`. */
  route: string
  purpose: string
  /** Customers, orders and carts. */
  subject_ids: string[]
  count: number
  read_at: string
}

/** Answer of `GET /admin/privacy/access-events`. `is_on` is false until the staff notice is published. */
export type AdminAccessEventList = {
  access_events: AdminAccessEvent[]
  count: number
  offset: number
  limit: number
  is_on: boolean
}
