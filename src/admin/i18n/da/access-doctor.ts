export const accessDoctor = {
  title: "Tjek af butikken",
  text: "Hvordan serveren er sat op og kører. Det samme viser kommandoen npx medusa-plugin-denmark doctor.",
  state: { ok: "I orden", warning: "Advarsel", problem: "Problem" },
  development: "Vurderet som en udviklers butik: noget af dette er et problem, når den åbner.",
  allWell: "Alt er i orden.",
  showAll: "Vis alt, der er tjekket",
  showLess: "Vis kun det, der kræver noget",
}
