/** Why a sentence does not hold, and what to write. The page docs/law/sentences-that-are-void.md says more. */
export const consentHints = {
  placeholder: "Something is missing here that only the shop knows.",
  only_internally:
    "That is not true when Nets, a carrier or a server gets data. Write who receives it.",
  never_shared:
    "That promise is broken with the first parcel. Write who receives data, and that you do not sell it.",
  consent_by_buying:
    "A purchase or an account is no consent. The order rests on the contract, the invoice on the law; write that.",
  consent_by_browsing:
    "Using the site is no consent. Write that you only set the necessary cookies before the customer has chosen.",
  automatic_newsletter:
    "A newsletter needs a yes first, or a purchase where the customer could say no (Danish Marketing Practices Act, section 10).",
  as_long_as_needed:
    "That says nothing. Write how long, or how it is worked out (Article 13(2)(a)).",
  years_from_purchase:
    "The time runs from the end of the financial year, not from the purchase (Danish Bookkeeping Act, section 12).",
  old_bookkeeping_paragraph: "That was the old act. Now it is section 12 of the Bookkeeping Act.",
  old_data_act: "The old Danish act is repealed. Write the GDPR or the Danish Data Protection Act.",
  nemid: "NemID is closed. Write MitID.",
  only_hacking:
    "All breaches count: a mail to the wrong person, a lost phone, a mistake. Write it so that all are in it.",
  no_liability: "The controller is responsible by law and cannot write that away.",
  facebook_alone:
    "With a page, a button or a pixel, you and Meta are responsible together. Write what happens.",
  change_without_telling:
    "Customers must be told before data is used for something new (Article 13(3)).",
  fee_for_access:
    "Access is free. Only clearly unfounded or excessive requests can cost something.",
  identity_papers:
    "Ask for papers only when you have reason to doubt who is asking (Article 12(6)).",
  closed_platform:
    "The EU's complaints platform closed on 20 July 2025. Write Nævnenes Hus, naevneneshus.dk.",
}
