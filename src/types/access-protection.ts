/** Staff does not see the address: who said so, when (UTC), and on what the word was given. */
export type AddressProtection = {
  source: "self" | "checkout" | "phone"
  declared_at: string
  through: "customer" | "cart" | "order"
}

/** Answer of `GET POST /admin/orders/:id/address-protection` and of the same on a customer, a cart and the own account. */
export type AddressProtectionResponse = { address_protection: AddressProtection | null }

/** An address as it is stored, of an order (`shipping`, `billing`), a parcel (`delivery`) or an address book (`account`). */
export type AdminShownAddress = {
  id: string
  kind: "shipping" | "billing" | "delivery" | "account"
  first_name: string | null
  last_name: string | null
  company: string | null
  address_1: string | null
  address_2: string | null
  postal_code: string | null
  city: string | null
  province: string | null
  country_code: string | null
  phone: string | null
}

/** Answer of `POST /admin/orders/:id/shown-addresses` and `POST /admin/customers/:id/shown-addresses`. */
export type AdminShownAddressesResponse = { addresses: AdminShownAddress[] }
