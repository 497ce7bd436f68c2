export const accessDoctor = {
  title: "Check of the store",
  text: "How the server is set up and runs. The command npx medusa-plugin-denmark doctor shows the same.",
  state: { ok: "In order", warning: "Warning", problem: "Problem" },
  development: "Judged as a developer's store: some of this is a problem once it opens.",
  allWell: "Everything is in order.",
  showAll: "Show all that was checked",
  showLess: "Show only what needs something",
}
