export const letters = {
  title: "Breve",
  text: "Hvad personen får at vide. Teksten gemmes ikke; et aftryk viser senere, at brevet er det samme.",
  empty: "Der er ingen breve endnu.",
  noMail:
    "Butikken har ingen mailudbyder, så breve venter. Sæt en op i Medusa, eller send dem selv.",
  template: {
    receipt: "Kvittering",
    identity: "Spørgsmål om, hvem det er",
    extension: "Forlænget frist",
    refusal: "Afvisning",
    planned: "Plan",
    completed: "Svar",
    partly_completed: "Svar, delvist",
    withdrawn: "Bekræftelse på, at den er trukket tilbage",
  },
  state: {
    waiting: "Venter",
    sent: "Sendt",
    failed: "Ikke sendt",
    by_hand: "Send selv",
  },
  mailed: "Mailet {{moment}}",
  sentByHand: "Sendt {{moment}} af {{name}}",
  interrupted:
    "Serveren stoppede imens. Ingen ved, om mailen nåede frem; send den selv, hvis du er i tvivl.",
  attempts_one: "{{count}} forsøg",
  attempts_other: "{{count}} forsøg",
  digest: "Aftryk {{digest}}",
  print: "Skriv ud",
  markSent: "Jeg har sendt det",
  marked: "Noteret.",
}
