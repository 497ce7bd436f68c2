import type { Page } from "playwright-core"
import { seriousViolationsOf } from "./accessibility"
import { adminToken, picture } from "./admin"
import type { Language } from "./admin"
import type { RunningDemo } from "./demo"
import { overflow } from "./privacy"
import { ADDRESS, call } from "./sale"

/** Somebody else who typed the customer's e-mail. */
export const OTHER = {
  ...{ ...ADDRESS, first_name: "Bo", last_name: "Anden" },
  ...{ address_1: "Andenvej 9", phone: "+4520999999" },
}

/** Looks at a page at a desk and on a telephone, and whether everybody can use it. */
export const lookAtPage = async (page: Page, language: Language, name: string): Promise<void> => {
  await picture(page, `${language}-${name}`)
  expect(await seriousViolationsOf(page)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, `${language}-narrow-${name}`)
  expect(await overflow(page)).toBe(0)
  if (size) await page.setViewportSize(size)
}

/** A request of a customer, whose identity is known, as the API enters it. Gives its id. */
export const knownRequest = async (
  demo: RunningDemo,
  kind: string,
  customerId: string
): Promise<string> => {
  const token = await adminToken(demo)
  const { request } = await call<{ request: { id: string } }>(demo, "/admin/privacy/requests", {
    token,
    body: { kind, channel: "phone", customer_id: customerId, name: "Karen Prøve" },
  })
  await call(demo, `/admin/privacy/requests/${request.id}/confirm-identity`, {
    token,
    body: { proof: "known_to_staff" },
  })
  return request.id
}

/** Gives a user of the demo a role, null to take it away. */
export const giveRole = async (
  demo: RunningDemo,
  email: string,
  role: string | null
): Promise<void> => {
  const token = await adminToken(demo)
  const { users } = await call<{ users: { id: string }[] }>(
    demo,
    `/admin/users?email=${encodeURIComponent(email)}`,
    { token }
  )
  await call(demo, "/admin/privacy/roles", { token, body: { user_id: users[0]?.id, role } })
}
