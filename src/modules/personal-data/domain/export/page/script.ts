/**
 * The page's script: shows rows of the JSON blocks in portions, as text only. It makes no requests and the page's
 * policy would forbid them.
 */
export const PAGE_SCRIPT = `
"use strict";
(() => {
  const PORTION = 20;
  const words = JSON.parse(document.getElementById("words").textContent);
  const numbers = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 12 });
  const times = new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Copenhagen" });
  const days = new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone: "UTC" });
  const regions = new Intl.DisplayNames([words.locale], { type: "region", fallback: "code" });
  const TITLES = ["display_id", "number", "product_title", "title", "name", "address_name", "to", "entity_id", "email"];

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const labelOf = (key) => {
    if (Object.hasOwn(words.labels, key)) return words.labels[key];
    const plain = key.replaceAll("_", " ").trim();
    return plain.charAt(0).toUpperCase() + plain.slice(1);
  };
  const isEmpty = (value) => value === null || value === "" ||
    (typeof value === "object" && Object.values(value).every(isEmpty));
  const isId = (key) => key === "id" || (/_ids?$/.test(key) && key !== "display_id" && key !== "vat_id");
  const isMoney = (key) => /(^|_)(amount|price|total|subtotal)$/.test(key);
  const isHundredths = (key) => /^(amount|net|vat|gross|discount_net)$/.test(key);
  const HIDDEN = ["salt", "previous_digest", "schema", "controller_id"];
  const kroner = new Intl.NumberFormat(words.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const prices = new Intl.NumberFormat(words.locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  const currencyOf = (row) => [row.currency_code, row.currency, words.currency].find((code) => typeof code === "string") ?? "";
  const withCurrency = (text, row) => (text + " " + currencyOf(row).toUpperCase()).trim();
  const wordOf = (key, value) => {
    const known = Object.hasOwn(words.values, key) ? words.values[key] : {};
    return Object.hasOwn(known, value) ? known[value] : value;
  };
  const isCountry = (key) => key === "country" || key === "country_code";

  const textOf = (key, value, row) => {
    if (value === true) return words.texts.yes;
    if (value === false) return words.texts.no;
    if (typeof value === "number") {
      const text = key === "display_id" ? String(value) : numbers.format(value);
      return isMoney(key) ? withCurrency(text, row) : text;
    }
    if (/^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}/.test(value) && !Number.isNaN(Date.parse(value))) return times.format(new Date(value));
    if (/^\\d{4}-\\d{2}-\\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return days.format(new Date(value));
    if (isCountry(key) && /^[a-z]{2}$/i.test(value)) return regions.of(value.toUpperCase());
    if (key === "currency_code") return value.toUpperCase();
    return wordOf(key, value);
  };

  const listOf = (row) => {
    const list = make("dl");
    for (const [key, value] of Object.entries(row)) {
      if (isEmpty(value) || (isId(key) && typeof value !== "object")) continue;
      list.append(make("dt", "", labelOf(key)));
      const cell = make("dd");
      cell.append(nodeOf(key, value, row));
      list.append(cell);
    }
    return list;
  };
  const nodeOf = (key, value, row) => {
    if (typeof value !== "object") return document.createTextNode(textOf(key, value, row));
    if (!Array.isArray(value)) return listOf(value);
    const list = make("ol");
    for (const item of value.filter((each) => !isEmpty(each))) {
      const entry = make("li");
      entry.append(nodeOf(key, item, row));
      list.append(entry);
    }
    return list;
  };
  const inCurrency = (value, row) => {
    if (Array.isArray(value)) return value.map((item) => inCurrency(item, row));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !HIDDEN.includes(key)).map(([key, item]) =>
      [key, key === "unit_price_net" && !Number.isNaN(Number(item)) ? withCurrency(prices.format(Number(item)), row)
        : isHundredths(key) && typeof item === "number" ? withCurrency(kroner.format(item / 100), row) : inCurrency(item, row)]));
  };
  const documentOf = (row) => {
    try {
      const content = JSON.parse(row.content);
      const { content: left, ...rest } = row;
      return { ...inCurrency(content, content), ...rest };
    } catch {
      return row;
    }
  };
  const cardOf = (row) => {
    const card = make("article", "card");
    if (typeof row !== "object" || row === null) {
      card.textContent = String(row);
      return card;
    }
    const title = TITLES.find((key) => typeof row[key] === "number" || (typeof row[key] === "string" && row[key] !== ""));
    if (title) card.append(make("h4", "", (title === "display_id" ? "#" : "") + String(row[title])));
    const rest = Object.fromEntries(Object.entries(row).filter(([key]) => key !== title));
    const list = listOf(rest);
    if (list.childElementCount > 0) card.append(list);
    const ids = Object.entries(row).filter(([key, value]) => isId(key) && value !== null && typeof value !== "object");
    if (ids.length > 0) card.append(make("p", "ids", ids.map(([key, value]) => key + ": " + value).join(" · ")));
    return card;
  };

  const lists = [...document.querySelectorAll("[data-list]")].map((place) => {
    const name = place.dataset.list;
    const blocks = [...document.querySelectorAll("script[data-rows]")].filter((block) => block.dataset.of === name);
    const all = blocks.reduce((sum, block) => sum + Number(block.dataset.rows), 0);
    const shownOf = place.dataset.documents === undefined ? (row) => row : documentOf;
    const rows = make("div", "rows");
    const more = make("div", "more");
    const shown = make("span", "soft");
    const next = make("button", "", words.texts.next);
    const every = make("button", "", words.texts.all);
    let waiting = [];
    let count = 0;
    const show = (wanted) => {
      const portion = document.createDocumentFragment();
      while (wanted > 0) {
        if (waiting.length === 0) {
          const block = blocks.shift();
          if (!block) break;
          waiting = JSON.parse(block.textContent);
          block.remove();
        }
        const taken = waiting.splice(0, wanted);
        for (const row of taken) portion.append(cardOf(shownOf(row)));
        wanted -= taken.length;
        count += taken.length;
      }
      rows.append(portion);
      shown.textContent = words.texts.shown.replace("{shown}", numbers.format(count)).replace("{all}", numbers.format(all));
      more.hidden = count >= all;
    };
    next.type = every.type = "button";
    next.addEventListener("click", () => show(PORTION));
    every.addEventListener("click", () => show(all));
    more.append(shown, next, every);
    place.append(rows, more);
    return { place, start: () => { if (count === 0 && all > 0) show(PORTION); } };
  });

  const startIn = (part) => {
    for (const { place, start } of lists) if (part.contains(place)) start();
  };
  const parts = [...document.querySelectorAll("details")];
  for (const part of parts) part.addEventListener("toggle", () => { if (part.open) startIn(part); });
  for (const part of parts) if (part.open) startIn(part);
  const openAsked = () => {
    const asked = document.getElementById(location.hash.slice(1));
    if (asked instanceof HTMLDetailsElement) asked.open = true;
  };
  window.addEventListener("hashchange", openAsked);
  openAsked();
  window.addEventListener("beforeprint", () => {
    for (const part of parts) { part.open = true; startIn(part); }
  });
  for (const node of document.querySelectorAll("[data-time]")) node.textContent = times.format(new Date(node.dataset.time));
  for (const node of document.querySelectorAll("[data-country]")) node.textContent = regions.of(node.dataset.country.toUpperCase());
  const print = document.getElementById("print");
  print.hidden = false;
  print.addEventListener("click", () => window.print());
})();
`
