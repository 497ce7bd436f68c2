import { shopper } from "../shop"
import { typeAddress, typeEmail, typeLastName } from "./diary"
import type { Caller, Diary } from "./diary"

const LOGIN = "/auth/customer/emailpass"
const PASSWORD = "a-customers-password"

export type LivingAccount = { customerId: string; email: string; token: string; me: Caller }

type Token = { token: string }
type Customer = { customer: { id: string; addresses: { id: string }[] } }
type Addresses = { addresses: { id: string }[] }

/** Registers under an e-mail, with the refusals a storefront meets, and logs in. */
export const registerAccount = async (diary: Diary, email: string): Promise<LivingAccount> => {
  const { visitor, as } = diary
  const login = { email, password: PASSWORD }
  const { token } = await visitor.post<Token>(`${LOGIN}/register`, login)
  await visitor.refused(401, `${LOGIN}/register`, { email, password: "another-password" })
  await as(shopper(token)).refused(400, "/store/customers", { email: "no-email" })
  const { customer } = await as(shopper(token)).post<Customer>("/store/customers", {
    email,
    first_name: diary.type("accfirst"),
    last_name: typeLastName(diary, "acc", "replaced"),
    phone: diary.type("accphone"),
    company_name: diary.type("acccompany"),
    metadata: { size: diary.type("accsize") },
  })
  await visitor.refused(401, LOGIN, { email, password: "a-wrong-password" })
  const session = await visitor.post<Token>(LOGIN, login)
  return { customerId: customer.id, email, token: session.token, me: as(shopper(session.token)) }
}

/** Looks at the account, edits it, and keeps an address book of which one entry is deleted. */
export const keepAccount = async (diary: Diary, { me, token }: LivingAccount): Promise<void> => {
  await me.get("/store/customers/me")
  await me.post("/store/customers/me", {
    last_name: typeLastName(diary, "acctwo"),
    metadata: { birthday: diary.type("accbirthday") },
  })
  const book = "/store/customers/me/addresses"
  const first = await me.post<Customer>(book, {
    ...typeAddress(diary, "book"),
    address_name: diary.type("bookname", "replaced"),
    is_default_shipping: true,
  })
  const id = first.customer.addresses[0]?.id ?? ""
  await me.post(`${book}/${id}`, { address_name: diary.type("booknametwo") })
  const second = await me.post<Customer>(book, {
    ...typeAddress(diary, "booktwo", "replaced"),
    address_name: diary.type("booktwoname", "replaced"),
  })
  const unwanted = second.customer.addresses.find((address) => address.id !== id)?.id ?? ""
  await me.remove(`${book}/${unwanted}`)
  const { addresses } = await me.get<Addresses>(book)
  if (addresses.length !== 1) throw new Error("The address book holds one address")
  const session = diary.as({ authorization: `Bearer ${token}` })
  await session.post("/auth/session")
  await session.post("/auth/token/refresh")
}

/** Asks for a new password and to verify the e-mail. */
export const secureAccount = async (
  diary: Diary,
  { email, token }: LivingAccount
): Promise<void> => {
  await diary.visitor.post(`${LOGIN}/reset-password`, {
    identifier: email,
    metadata: { app: diary.type("resetmeta", "unstored") },
  })
  await diary.as({ authorization: `Bearer ${token}` }).post("/auth/verification/request", {
    entity_id: email,
    entity_type: "email",
    metadata: { app: diary.type("verifymeta") },
  })
}

/** Says once for all who buys: a company, and the places of a public buyer. */
export const rememberBuyers = async (diary: Diary, { me }: LivingAccount): Promise<void> => {
  await me.post("/store/customers/me/buyer", {
    type: "business",
    cvr: "14277137",
    company_name: diary.type("defaultcompany"),
  })
  await me.get("/store/customers/me/buyer")
  const place = { ean: "5798000019034", company_name: diary.type("placename") }
  await me.post("/store/customers/me/buyer-places", place)
  await me.get("/store/customers/me/buyer-places")
}

/** Staff writes on the customer, adds an address for them and puts them into a group. */
export const writeOnCustomer = async (
  { diary, shop }: { diary: Diary; shop: Diary },
  staff: Caller,
  customerId: string
): Promise<void> => {
  const path = `/admin/customers/${customerId}`
  await staff.get(path)
  await staff.post(path, { metadata: { staffnote: diary.type("staffnote") } })
  await staff.post(`${path}/addresses`, {
    ...typeAddress(diary, "staffbook"),
    address_name: diary.type("staffbookname"),
  })
  const group = await staff.post<{ customer_group: { id: string } }>("/admin/customer-groups", {
    name: shop.type(`${diary.who}groupname`, "shop"),
    metadata: { why: shop.type(`${diary.who}groupwhy`, "shop") },
  })
  await staff.post(`/admin/customer-groups/${group.customer_group.id}/customers`, {
    add: [customerId],
  })
  await staff.get(`/admin/customers?q=${diary.who}`)
}

/** Staff registers a customer by phone under an e-mail of their own, and deletes the row again: Medusa keeps it. */
export const typeErasedRow = async (diary: Diary, staff: Caller, email: string): Promise<void> => {
  const { customer } = await staff.post<Customer>("/admin/customers", {
    email,
    first_name: diary.type("rowfirst"),
    last_name: typeLastName(diary, "row"),
    phone: diary.type("rowphone"),
    company_name: diary.type("rowcompany"),
    metadata: { from: diary.type("rowmeta") },
  })
  await staff.remove(`/admin/customers/${customer.id}`)
}

export const newEmail = (diary: Diary): string => typeEmail(diary, "mail")
