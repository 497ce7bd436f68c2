/** How far the proof of an erasure goes, and the scan of the whole database. */
export const fullScan = {
  level: {
    reach: "Læst efter",
    full: "Helt bevist",
    found: "Fundet igen",
    unproven: "Ikke gennemsøgt helt",
  },
  levelText: {
    reach:
      "Personens egne poster er læst efter og er tomme. Resten af databasen er ikke gennemsøgt endnu.",
    full: "Hele databasen er gennemsøgt {{moment}}, og intet af det slettede står der mere.",
    found: "Hele databasen er gennemsøgt {{moment}}. Noget af det slettede står her:",
    unproven: "Databasen er gennemsøgt {{moment}}, men ikke det hele kunne læses.",
  },
  kind: { email: "mail", phone: "telefonnummer", street: "vej", name: "navn" },
  place_one: "{{kind}} i {{count}} række",
  place_other: "{{kind}} i {{count}} rækker",
  foundText:
    "Slet det, hvor det står. Mangler kolonnen på datakortet, så klassificér den, så den slettes med næste gang. Gennemsøg derefter igen.",
  toMap: "Åbn datakortet",
  unread: "Kunne ikke læses: {{names}}",
  unreadText: "Giv databasens bruger adgang, og gennemsøg igen.",
  secretLost:
    "Den hemmelige nøgle, som værdierne er gemt med, findes ikke mere. Sæt den tilbage blandt de tidligere nøgler, og gennemsøg igen.",
  stays: "Står med rette i {{names}}.",
  section: {
    title: "Gennemsøgning af hele databasen",
    text: "Hver nat søges alle tekster i databasen og filer med ordrer igennem efter det, der er slettet siden sidst. Værdierne selv gemmes ikke, kun aftryk af dem, og de slettes, når sletningen er helt bevist.",
    action: "Gennemsøg hele databasen nu",
    started: "Gennemsøgningen er begyndt",
    none: "Ingen gennemsøgning endnu",
    noneText: "Den første kommer natten efter en sletning. Du kan også begynde den her.",
    running: "I gang",
    done: "Færdig",
    runningText: "Begyndt {{moment}}. {{tables}} tabeller er læst indtil nu ({{size}}).",
    doneText: "{{tables}} tabeller, {{columns}} kolonner og {{size}} læst {{moment}}.",
    erasures_one: "Søgt efter {{count}} sletning.",
    erasures_other: "Søgt efter {{count}} sletninger.",
    nothing: "Intet fundet.",
    found_one: "Fundet {{count}} sted. Se sletningen ovenfor.",
    found_other: "Fundet {{count}} steder. Se sletningerne ovenfor.",
    due: "Der er slettet siden sidst; det gennemsøges i nat.",
  },
}
