import { testShop } from "./test-shop"

const shop = testShop()

beforeAll(() => shop.start())
afterAll(shop.stop)

const x = (length: number) => "x".repeat(length)
const checkout = (more: object) => ({ checkout: more })
const consumer = (more: object) => checkout({ consumer: more })
const address = (more: object) => {
  const whole = { addressLine1: "Vej 1", postalCode: "8000", city: "Aarhus", country: "DNK" }
  return consumer({ shippingAddress: { ...whole, ...more } })
}

/** Field, a consumer at its limit that is accepted, and one beyond it that is refused. */
const LIMITS: [field: string, accepted: object, refused: object][] = [
  ["checkout.consumer.reference", consumer({ reference: x(128) }), consumer({ reference: x(129) })],
  ["checkout.consumer.email", consumer({ email: "a@b.example" }), consumer({ email: "<a@b>" })],
  [
    "checkout.consumer.phoneNumber.prefix",
    consumer({ phoneNumber: { prefix: "+298", number: "123456" } }),
    consumer({ phoneNumber: { prefix: "0045", number: "12345678" } }),
  ],
  [
    "checkout.consumer.phoneNumber.number",
    consumer({ phoneNumber: { prefix: "+45", number: "12345678" } }),
    consumer({ phoneNumber: { prefix: "+45", number: "12 34 56 78" } }),
  ],
  [
    "checkout.consumer.shippingAddress.addressLine1",
    address({ addressLine1: x(128) }),
    address({ addressLine1: x(129) }),
  ],
  [
    "checkout.consumer.shippingAddress.addressLine1",
    address({}),
    address({ addressLine1: undefined }),
  ],
  [
    "checkout.consumer.shippingAddress.addressLine2",
    address({ addressLine2: x(128) }),
    address({ addressLine2: "" }),
  ],
  ["checkout.consumer.shippingAddress.city", address({ city: x(128) }), address({ city: x(129) })],
  ["checkout.consumer.shippingAddress.country", address({}), address({ country: "DK" })],
  ["checkout.consumer.shippingAddress.postalCode", address({}), address({ postalCode: "DK-8000" })],
  [
    "checkout.consumer.shippingAddress.postalCode",
    address({ country: "NOR", postalCode: "0150" }),
    address({ country: "NOR", postalCode: "01500" }),
  ],
  [
    "checkout.consumer.shippingAddress.postalCode",
    address({ country: "SWE", postalCode: "11522" }),
    address({ country: "SWE", postalCode: "115 22" }),
  ],
  [
    "checkout.consumer.shippingAddress.postalCode",
    address({ country: "GBR", postalCode: "SW1A 2AA" }),
    address({ country: "GBR", postalCode: x(13) }),
  ],
  [
    "checkout.consumer.privatePerson.firstName",
    consumer({ privatePerson: { firstName: x(128), lastName: "Sø" } }),
    consumer({ privatePerson: { firstName: x(129), lastName: "Sø" } }),
  ],
  [
    "checkout.consumer.privatePerson.lastName",
    consumer({ privatePerson: { firstName: "Åse", lastName: "Sø" } }),
    consumer({ privatePerson: { firstName: "Åse", lastName: "O'Sø" } }),
  ],
  [
    "checkout.consumer.company.name",
    consumer({ company: { name: x(128), contact: { firstName: "Å", lastName: "S" } } }),
    consumer({ company: { name: "" } }),
  ],
  [
    "checkout.consumer",
    consumer({ company: { name: "Aps" } }),
    consumer({ company: { name: "Aps" }, privatePerson: { firstName: "A", lastName: "B" } }),
  ],
]

it.each(LIMITS)("the consumer's limit of %s", (field, accepted, refused) =>
  shop.holds(field, accepted, refused)
)
