type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>
export type Child = Node | string | null | undefined | false

/** Makes an element; `on…` attributes are listeners. What is given as text stays text. */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, "")
    else if (typeof value === "string") element.setAttribute(name, value)
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)))
  return element
}

/** A message that is read out when it comes into the page. */
export const alertBox = (...children: Child[]): HTMLElement =>
  h("div", { class: "dk-privacy-alert", role: "alert" }, ...children)

/** A button that runs `work` once at a time and shows that it is busy. */
export const button = (
  text: string,
  work: () => Promise<void> | void,
  { kind = "", busyText }: { kind?: string; busyText?: string } = {}
): HTMLButtonElement => {
  const made = h("button", { type: "button", class: `dk-privacy-button ${kind}`.trim() }, text)
  made.addEventListener("click", () => {
    if (made.getAttribute("aria-disabled") === "true") return
    made.setAttribute("aria-disabled", "true")
    if (busyText !== undefined) made.textContent = busyText
    void Promise.resolve(work()).finally(() => {
      made.removeAttribute("aria-disabled")
      made.textContent = text
    })
  })
  return made
}

/** Moves the focus to what has just come, such as a heading. */
export const focusOn = (element: HTMLElement): void => {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1
  element.focus()
}
