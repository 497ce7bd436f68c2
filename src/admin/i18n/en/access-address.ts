export const address = {
  hidden: "The address is not shown",
  hiddenText: "See it only when the task needs it. Who sees it is noted.",
  visible: "The address is shown",
  visibleText: "When the person asks that staff does not see the address, hide it here.",
  said: {
    self: "The person asked for it on their account, {{moment}}.",
    checkout: "The person asked for it at checkout, {{moment}}.",
    phone: "Staff noted it on the person's word, {{moment}}.",
  },
  show: "Show address",
  none: "There is no address.",
  kind: {
    shipping: "Delivery",
    billing: "Invoice",
    delivery: "Parcel",
    account: "Address book",
  },
  declare: "Hide the address",
  declareText:
    "Address and phone are no longer shown in Admin, until the person says otherwise. When the goods have been delivered and the time to withdraw is over, the address is erased from the order.",
  declareSaid: "The person has asked for it",
  declareDone: "The address is no longer shown.",
  lift: "Show the address again",
  liftText: "Address and phone are shown again to all staff who can see customers and orders.",
  liftSaid: "The person has said that the address may be shown",
  liftDone: "The address is shown again.",
}
