import type { Facts, PersonFact } from "../facts"

/** Rows that stand for a person by themselves: they are there together, or gone together. */
const TOGETHER = ["customer", "provider_identity"]

const statusOf = ({ erasures }: Facts, { erasureIds }: PersonFact): string[] =>
  erasures.filter(({ id }) => erasureIds.includes(id)).map(({ status }) => status)

/** Said with what is left: a cart whose server was killed before it noted who made it is a case for staff. */
const leftToStaff = ({ erasures }: Facts, { erasureIds }: PersonFact): string => {
  const ids = erasures.flatMap(({ id, left_ids: left }) => (erasureIds.includes(id) ? left : []))
  return ids.length > 0 ? `; left to staff: ${ids.join()}` : ""
}

const isErased = (facts: Facts, person: PersonFact): boolean => {
  const status = statusOf(facts, person)
  return status.length > 0 && status.every((one) => one === "done")
}

/** No personal data is left after an erasure that is done, in the database, in Redis or in a file. */
export const nothingIsLeft = (facts: Facts): string[] =>
  facts.people
    .filter((person) => isErased(facts, person))
    .flatMap((person) => {
      const { mark, tables, inRedis, inFiles } = person
      const left = leftToStaff(facts, person)
      return [
        ...tables.map((table) => `${mark} is erased and stands in ${table}${left}`),
        ...(inRedis ? [`${mark} is erased and stands in Redis`] : []),
        ...(inFiles ? [`${mark} is erased and stands in a file`] : []),
      ]
    })

/** Nobody is half erased: no erasure is stuck on its way, and no login is without its customer. */
export const nobodyIsHalfErased = (facts: Facts): string[] => [
  ...facts.erasures.flatMap(({ id, status }) =>
    status === "running" ? [`erasure ${id} is still running`] : []
  ),
  ...facts.people.flatMap(({ mark, erase, tables, customerId }) => {
    const found = TOGETHER.filter((table) => tables.includes(table))
    const isHalf = erase && customerId !== undefined && found.length === 1
    return isHalf ? [`${mark} stands in ${found.join()} alone of ${TOGETHER.join(" and ")}`] : []
  }),
]

/** Those that the shopper was told of, and those that came of the cart without. */
const ordersOf = ({ orders }: Facts, { orderIds, cartId }: PersonFact) =>
  orders.filter(
    ({ id, cart_id }) => orderIds.includes(id) || (cart_id !== null && cart_id === cartId)
  )

/** An order that no document covers keeps its billing name and address. */
export const noUncoveredOrderIsErased = (facts: Facts): string[] =>
  facts.people.flatMap((person) =>
    ordersOf(facts, person)
      .filter(({ causes, address }) => causes.length === 0 && !address.includes(person.mark))
      .map(({ id }) => `order ${id} of ${person.mark} is not covered and has lost its buyer`)
  )

/** Orders of people whom nobody asked to erase are there whole, after the replay of the ledger too. */
export const noLiveOrderIsLost = (facts: Facts): string[] => {
  const there = new Set(facts.orders.map(({ id }) => id))
  return facts.people.flatMap((person) => [
    ...person.orderIds
      .filter((id) => !there.has(id))
      .map((id) => `order ${id} was told to ${person.mark} and is gone`),
    ...(person.erasureIds.length > 0 || person.erase
      ? []
      : ordersOf(facts, person)
          .filter(({ email, address }) => email !== person.email || !address.includes(person.mark))
          .map(({ id }) => `order ${id} of ${person.mark}, who is not erased, has lost its buyer`)),
  ])
}
