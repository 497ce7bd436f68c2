export const address = {
  hidden: "Adressen vises ikke",
  hiddenText: "Se den kun, når opgaven kræver det. Det noteres, hvem der ser den.",
  visible: "Adressen vises",
  visibleText: "Beder personen om, at medarbejdere ikke ser adressen, så skjul den her.",
  said: {
    self: "Personen har bedt om det på sin konto, {{moment}}.",
    checkout: "Personen har bedt om det ved købet, {{moment}}.",
    phone: "En medarbejder har noteret det på personens ord, {{moment}}.",
  },
  show: "Vis adresse",
  none: "Der er ingen adresse.",
  kind: {
    shipping: "Levering",
    billing: "Faktura",
    delivery: "Pakke",
    account: "Adressebog",
  },
  declare: "Skjul adressen",
  declareText:
    "Adresse og telefon vises ikke længere i Admin. Det gælder, til personen selv siger andet. Når varerne er leveret, og fristen for at fortryde er gået, slettes adressen fra ordren.",
  declareSaid: "Personen har selv bedt om det",
  declareDone: "Adressen vises ikke længere.",
  lift: "Vis adressen igen",
  liftText: "Adresse og telefon vises igen for alle medarbejdere, der kan se kunder og ordrer.",
  liftSaid: "Personen har selv sagt, at adressen må vises",
  liftDone: "Adressen vises igen.",
}
