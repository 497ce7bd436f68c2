export const dashboardLanguage = {
  title: "Danish dashboard",
  explain:
    "This store has the whole dashboard in Danish. The choice is kept in this browser and is yours alone.",
  change: "Brug dansk",
}
