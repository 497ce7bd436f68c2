export const shared = {
  retry: "Prøv igen",
  close: "Luk",
  cancel: "Annuller",
  save: "Gem",
  edit: "Ret",
  paging: {
    of: "af",
    results: "i alt",
    pages: "sider",
    previous: "Forrige",
    next: "Næste",
  },
  forbidden: {
    title: "Din bruger har ikke adgang til det her.",
    text: "Kun medarbejdere, der er udpeget til at arbejde med persondata, kan se, udlevere og slette dem. Bed den, der driver butikken, om at føje din e-mail til plugin-indstillingen:",
    option: 'access: { operators: ["din@e-mail.dk"] }',
  },
  errors: {
    unknown_error: "Noget gik galt på serveren. Intet er ændret. Prøv igen om lidt.",
    refused: "Serveren tog ikke imod det. Se efter, om alt er rigtigt, og prøv igen.",
    network: "Vi fik ikke svar fra serveren. Se efter, om du er på nettet, og prøv igen.",
    not_found: "Det findes ikke længere. Genindlæs siden.",
    unauthorized: "Du er logget ud. Log ind igen.",
    export_busy: "To andre udtræk er i gang. Prøv igen om et halvt minut.",
    erasure_started: "Sletningen er gået i gang og kan ikke fortrydes.",
    erasure_cancelled: "Sletningen er allerede fortrudt.",
    buyer_locked: "Køberen er låst, mens en betaling er i gang. Prøv igen, når den er afsluttet.",
    buyer_invoiced:
      "Fakturaen er udstedt. Ret køberen med en kreditnota og en ny faktura i stedet.",
    invoicing_off: "Butikken udsteder ikke fakturaer her.",
  },
}
