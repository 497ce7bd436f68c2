import type { Text } from "./words"

const CANCELED: Text = { da: "Annulleret", en: "Cancelled" }
const REFUND: Text = { da: "Tilbagebetaling", en: "Refund" }
const CREDIT_BALANCE: Text = { da: "Tilgodehavende", en: "Store credit" }

const STATUS: Readonly<Record<string, Text>> = {
  archived: { da: "Arkiveret", en: "Archived" },
  authorized: { da: "Reserveret", en: "Reserved" },
  awaiting: { da: "Afventer betaling", en: "Awaiting payment" },
  canceled: CANCELED,
  cancelled: CANCELED,
  captured: { da: "Trukket", en: "Charged" },
  completed: { da: "Gennemført", en: "Completed" },
  done: { da: "Færdig", en: "Done" },
  draft: { da: "Kladde", en: "Draft" },
  error: { da: "Fejlet", en: "Failed" },
  failed: { da: "Fejlet", en: "Failed" },
  failure: { da: "Fejlet", en: "Failed" },
  not_paid: { da: "Ikke betalt", en: "Not paid" },
  open: { da: "Åben", en: "Open" },
  partially_authorized: { da: "Delvis reserveret", en: "Partly reserved" },
  partially_captured: { da: "Delvis trukket", en: "Partly charged" },
  partially_received: { da: "Delvis modtaget", en: "Partly received" },
  pending: { da: "Afventer", en: "Pending" },
  pending_authorization: { da: "Afventer godkendelse", en: "Awaiting approval" },
  planned: { da: "Planlagt", en: "Planned" },
  proposed: { da: "Foreslået", en: "Proposed" },
  received: { da: "Modtaget", en: "Received" },
  requested: { da: "Bedt om", en: "Requested" },
  requires_action: { da: "Kræver handling", en: "Action needed" },
  requires_more: { da: "Kræver mere af betaleren", en: "More needed from the payer" },
  running: { da: "I gang", en: "In progress" },
  success: { da: "Sendt", en: "Sent" },
}

const ACTION: Readonly<Record<string, Text>> = {
  CANCEL_ITEM_FULFILLMENT: { da: "Pakning annulleret", en: "Packing cancelled" },
  CANCEL_RETURN_ITEM: { da: "Returnering annulleret", en: "Return cancelled" },
  CREDIT_LINE_ADD: { da: "Godskrivning", en: "Credit" },
  DELIVER_ITEM: { da: "Vare leveret", en: "Item delivered" },
  FULFILL_ITEM: { da: "Vare pakket", en: "Item packed" },
  ITEM_ADD: { da: "Vare tilføjet", en: "Item added" },
  ITEM_ADJUSTMENTS_REPLACE: { da: "Rabatter på vare ændret", en: "Discounts on an item changed" },
  ITEM_REMOVE: { da: "Vare fjernet", en: "Item removed" },
  ITEM_UPDATE: { da: "Vare ændret", en: "Item changed" },
  PROMOTION_ADD: { da: "Rabat tilføjet", en: "Discount added" },
  PROMOTION_REMOVE: { da: "Rabat fjernet", en: "Discount removed" },
  RECEIVE_DAMAGED_RETURN_ITEM: {
    da: "Beskadiget vare modtaget retur",
    en: "Damaged item received",
  },
  RECEIVE_RETURN_ITEM: { da: "Vare modtaget retur", en: "Returned item received" },
  REINSTATE_ITEM: { da: "Vare sat tilbage på ordren", en: "Item put back on the order" },
  RETURN_ITEM: { da: "Vare returneres", en: "Item to be returned" },
  SHIPPING_ADD: { da: "Levering tilføjet", en: "Delivery added" },
  SHIPPING_ADJUSTMENTS_REPLACE: {
    da: "Rabatter på levering ændret",
    en: "Discounts on delivery changed",
  },
  SHIPPING_REMOVE: { da: "Levering fjernet", en: "Delivery removed" },
  SHIPPING_UPDATE: { da: "Levering ændret", en: "Delivery changed" },
  SHIP_ITEM: { da: "Vare afsendt", en: "Item shipped" },
  TRANSFER_CUSTOMER: { da: "Overført til en anden konto", en: "Transferred to another account" },
  UPDATE_ORDER_PROPERTIES: { da: "Ordrens oplysninger ændret", en: "Details of the order changed" },
  WRITE_OFF_ITEM: { da: "Vare taget af ordren", en: "Item taken off the order" },
}

const CHANGE_TYPE: Readonly<Record<string, Text>> = {
  claim: { da: "Reklamation", en: "Claim" },
  credit_line: { da: "Godskrivning", en: "Credit" },
  edit: { da: "Ændring", en: "Edit" },
  exchange: { da: "Ombytning", en: "Exchange" },
  return_receive: { da: "Returvarer modtaget", en: "Returned goods received" },
  return_request: { da: "Returnering", en: "Return" },
  transfer: { da: "Overførsel til en anden konto", en: "Transfer to another account" },
  update_order: { da: "Oplysninger ændret", en: "Details changed" },
}

const REFERENCE: Readonly<Record<string, Text>> = {
  capture: { da: "Betaling", en: "Payment" },
  "gift-card": { da: "Gavekort", en: "Gift card" },
  refund: REFUND,
  "store-credit": CREDIT_BALANCE,
}

const TYPE: Readonly<Record<string, Text>> = {
  business: { da: "Virksomhed", en: "Business" },
  private: { da: "Privat", en: "Private" },
  public: { da: "Offentlig", en: "Public sector" },
  refund: REFUND,
  replace: { da: "Ombytning af varen", en: "Replacement" },
}

const KIND: Readonly<Record<string, Text>> = {
  credit: { da: "Godskrivning", en: "Credit" },
  credit_note: { da: "Kreditnota", en: "Credit note" },
  invoice: { da: "Faktura", en: "Invoice" },
  item: { da: "Vare", en: "Item" },
  shipping: { da: "Levering", en: "Delivery" },
}

const REASON: Readonly<Record<string, Text>> = {
  missing_item: { da: "Varen mangler", en: "Missing item" },
  other: { da: "Andet", en: "Other" },
  production_failure: { da: "Fejl på varen", en: "Faulty item" },
  wrong_item: { da: "Forkert vare", en: "Wrong item" },
}

const METHOD: Readonly<Record<string, Text>> = {
  manual: { da: "Aftalt med butikken", en: "Agreed with the store" },
  nets: { da: "Kort eller MobilePay (Nets)", en: "Card or MobilePay (Nets)" },
  other: { da: "Andet", en: "Other" },
  store_credit: CREDIT_BALANCE,
}

/** Words for what the store itself writes in some columns, on the readable page; all else is shown as it is. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  action: ACTION,
  change_type: CHANGE_TYPE,
  channel: { feed: { da: "Butikkens egne beskeder", en: "The store's own messages" } },
  kind: KIND,
  method: METHOD,
  reason: REASON,
  reference: REFERENCE,
  series: { live: { da: "Rigtig", en: "Live" }, test: { da: "Prøve", en: "Test" } },
  status: STATUS,
  state: STATUS,
  type: TYPE,
}
