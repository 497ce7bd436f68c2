import { BuyerDrawer } from "../../buyer/forms/buyer-drawer"
import { useBuyer } from "../../buyer/hooks/use-buyer"
import { useOrderToMend } from "../hooks/use-mending"
import type { Mend } from "../mends"
import { AddressDrawer } from "./address-drawer"
import { GiftCardsDrawer } from "./gift-cards-drawer"
import { RateDrawer } from "./rate-drawer"

type MendDrawerProps = { orderId: string; onSaved: () => void; onClose: () => void }

const MendBuyer = ({ orderId, ...rest }: MendDrawerProps) => {
  const owner = { kind: "orders", id: orderId } as const
  const { data } = useBuyer(owner)
  return data ? <BuyerDrawer owner={owner} buyer={data.buyer} {...rest} /> : null
}

const MendRate = ({ orderId, ...rest }: MendDrawerProps) => {
  const { data } = useOrderToMend(orderId)
  return data ? <RateDrawer currency={data.currency_code.toUpperCase()} {...rest} /> : null
}

const DRAWERS = {
  buyer: MendBuyer,
  address: AddressDrawer,
  rate: MendRate,
  giftCard: GiftCardsDrawer,
} as const satisfies Record<Mend, unknown>

/** The form that mends one thing an invoice lacks. */
export const MendDrawer = ({ mend, ...props }: MendDrawerProps & { mend: Mend }) => {
  const Form = DRAWERS[mend]
  return <Form {...props} />
}
