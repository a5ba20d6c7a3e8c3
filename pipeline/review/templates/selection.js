// Values and their boxes: choosing one shows the other.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const { programme_id: programme, choices, fields } = JSON.parse($("#donnees").textContent);
const pages = $("#pages");
const boxes = Map.groupBy($$("rect[data-v]"), (box) => box.dataset.v);

const say = (text) => ($("#annonce").textContent = text);
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function openTab(name) {
  for (const tab of $$("[role=tab]")) {
    const chosen = tab.id === `tab-${name}`;
    tab.ariaSelected = String(chosen);
    tab.tabIndex = chosen ? 0 : -1;
    $(`#${tab.getAttribute("aria-controls")}`).hidden = !chosen;
  }
}

function showPlace(element, block = "center") {
  // Not scrollIntoView: it would move the whole page on a narrow screen.
  const view = pages.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  const above = block === "center" ? Math.max(0, (view.height - place.height) / 2) : 8;
  const beside = place.left < view.left || place.right > view.right ? place.left - view.left - 24 : 0;
  const top = place.top - view.top - above;
  // A long way is jumped: every page passed by would be drawn.
  const behavior = still() || Math.abs(top) > 2 * view.height ? "auto" : "smooth";
  pages.scrollBy({ top, left: beside, behavior });
}

function showPage(number) {
  const sheet = $(`#page-${number}`);
  if (sheet) showPlace(sheet, "start");
}

function clearSelection() {
  $$(".on, .mine").forEach((element) => element.classList.remove("on", "mine"));
  $$("[aria-current]").forEach((element) => element.removeAttribute("aria-current"));
}

function select(mark, { scroll = true } = {}) {
  clearSelection();
  const found = boxes.get(mark) ?? [];
  found.forEach((box) => box.classList.add("on"));
  const value = $(`button[data-v="${mark}"]`);
  value?.setAttribute("aria-current", "true");
  markSession(value?.closest(".session"));
  if (!found.length) return;
  if (scroll) showPlace(found[0]);
  const label = value?.closest(".cell")?.querySelector("dt").textContent ?? "Texte non utilisé";
  say(`${label} : encadré page ${found[0].closest(".sheet").dataset.page}.`);
}

function markSession(session) {
  for (const value of session ? $$("button[data-v]", session) : [])
    boxes.get(value.dataset.v)?.forEach((box) => box.classList.add("mine"));
}

function showValue(mark) {
  const value = $(`button[data-v="${mark}"]`);
  if (!value) return;
  openTab(value.closest("[role=tabpanel]").id.replace("panel-", ""));
  const session = value.closest(".session");
  if (session?.hidden) clearFilters();
  for (let each = value.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  select(mark, { scroll: false });
  value.focus({ preventScroll: true });
  value.scrollIntoView({ block: "center" });
}

function showSession(session, { focus = true } = {}) {
  openTab("sessions");
  if (session.hidden) clearFilters();
  const details = $("details", session);
  details.open = true;
  const title = $("[data-field=titre] button[data-v]", session);
  if (title) select(title.dataset.v);
  else showPage(session.dataset.page);
  session.scrollIntoView({ block: "start" });
  if (focus) $("summary", details).focus({ preventScroll: true });
}

pages.addEventListener("click", ({ target }) => target.dataset.v && showValue(target.dataset.v));

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button, summary");
  if (!button) return;
  if (button.dataset.v) select(button.dataset.v);
  else if (button.dataset.anomaly !== undefined) followAnomaly(button);
  else if (button.role === "tab") openTab(button.id.replace("tab-", ""));
  else if (button.dataset.group) toggleGroup(button);
  else if (button.dataset.zoom) zoom(Number(button.dataset.zoom));
  else if (button.matches(".session > details > summary") && !button.parentElement.open) {
    const title = $("[data-field=titre] button[data-v]", button.parentElement);
    if (title) select(title.dataset.v);
  }
});

function followAnomaly(button) {
  $$(".followed").forEach((each) => each.classList.remove("followed"));
  button.classList.add("followed");
  const session = button.dataset.target && document.getElementById(button.dataset.target);
  if (session) showSession(session);
  // What it says may stand on another page than the session, as in an index.
  if (button.dataset.page && button.dataset.page !== session?.dataset.page) showPage(button.dataset.page);
}

function toggleGroup(button) {
  const shown = button.ariaPressed !== "true";
  button.ariaPressed = String(shown);
  pages.classList.toggle(`without-${button.dataset.group}`, !shown);
}

let scale = 1;
function zoom(step) {
  scale = Math.min(4, Math.max(0.5, scale * (step > 0 ? 1.25 : 0.8)));
  pages.style.setProperty("--zoom", scale);
}

$("#page").addEventListener("change", ({ target }) => showPage(target.value));
pages.addEventListener("scroll", () => {
  const view = pages.getBoundingClientRect();
  const seen = $$(".sheet").find((sheet) => sheet.getBoundingClientRect().bottom > view.top + view.height / 2);
  if (seen && document.activeElement !== $("#page")) $("#page").value = seen.dataset.page;
});
