export const dashboardLanguage = {
  title: "Dansk kontrolpanel",
  explain: "Hele kontrolpanelet er på dansk. Valget huskes i denne browser og gælder kun dig.",
  change: "Brug engelsk",
}
