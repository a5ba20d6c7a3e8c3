// The keyboard, the dialogs, and the address of a session.
const typing = (target) => target.closest("input, select, textarea, form, dialog");

function step(elements, from, by) {
  const shown = elements.filter((each) => !each.closest("[hidden]"));
  const at = shown.indexOf(from);
  return shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by))];
}

function walkSessions(by) {
  openTab("sessions");
  const here = document.activeElement.closest(".session") ?? $("[aria-current]")?.closest(".session");
  const next = step(sessions, here, by);
  if (next) showSession(next);
}

function walkAnomalies(by) {
  const all = $$("[data-anomaly]");
  const at = all.findIndex((each) => each.classList.contains("followed"));
  const next = all[at < 0 ? 0 : (at + by + all.length) % all.length];
  if (next) followAnomaly(next);
}

const SHORTCUTS = {
  "/": () => (openTab("sessions"), $("#chercher").focus()),
  j: () => walkSessions(1),
  k: () => walkSessions(-1),
  n: () => walkAnomalies(1),
  p: () => walkAnomalies(-1),
  c: () => $("#corrections").showModal(),
  "?": () => $("#aide").showModal(),
  e: () => {
    const cell = (document.activeElement.closest(".cell") ?? $("[aria-current]")?.closest(".cell"));
    if (cell && $(".edit", cell)) editCell(cell);
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.role === "tab" && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    const next = step($$("[role=tab]"), event.target, event.key === "ArrowRight" ? 1 : -1);
    openTab(next.id.replace("tab-", ""));
    next.focus();
  } else if (event.key === "Escape" && !typing(event.target)) clearSelection();
  else if ($("#raccourcis").checked && !typing(event.target) && SHORTCUTS[event.key]) {
    event.preventDefault();
    SHORTCUTS[event.key]();
  }
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.open) document.getElementById(button.dataset.open).showModal();
  if (button?.dataset.close !== undefined) button.closest("dialog").close();
});

document.body.append(element("datalist", { id: "formats" }, ...Object.keys(choices.format).map((value) => element("option", { value }))));
addEventListener("beforeprint", () => $$("details").forEach((each) => (each.open = true)));

function followAddress() {
  const session = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (session?.matches(".session")) showSession(session, { focus: false });
}
addEventListener("hashchange", followAddress);
followAddress();
