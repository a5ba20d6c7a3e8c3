// Correcting in place: a cell becomes a form, and the form a correction.
const idsOf = (node) => ({
  session_id: node.closest("[data-session]")?.dataset.session ?? "",
  intervention_id: node.closest("[data-intervention]")?.dataset.intervention ?? "",
});

function editorFor(kind, value) {
  const options = kind === "format" ? undefined : choices[kind];
  if (options)
    return element("select", {}, ...Object.entries(options).map(([key, text]) => new Option(text, key, false, key === value)));
  if (kind === "long") return element("textarea", { value, rows: Math.min(12, 1 + Math.ceil(value.length / 60)) });
  const input = element("input", { type: ["date", "time"].includes(kind) ? kind : "text", value });
  if (kind === "format") input.setAttribute("list", "formats");
  return input;
}

function openForm(host, { label, kind, value, required, hint, keep }) {
  $$("form.editor").forEach((form) => form.cancel());
  const input = editorFor(kind, value);
  const problem = element("p", { className: "problem", role: "alert" });
  const form = element(
    "form",
    { className: "editor", noValidate: true },
    element("label", {}, `${label} `, input),
    hint ? element("p", { className: "hint", textContent: hint }) : "",
    problem,
    element("button", { type: "submit", className: "main", textContent: "Garder" }),
    element("button", { type: "button", textContent: "Abandonner", onclick: () => form.cancel() }),
  );
  form.cancel = () => (form.remove(), host.classList.remove("editing"), ($(".edit", host) ?? $("button", host))?.focus());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = kind === "long" ? input.value.trim() : input.value.trim().replace(/\s+/g, " ");
    // A time half filled in reads as empty: it must not become a removal.
    if (input.validity.badInput) problem.textContent = "Cette saisie n'est pas complète.";
    else if (required && !text) problem.textContent = "Ce champ ne peut pas être vide ; pour le supprimer, utilisez « Retirer ».";
    else (form.cancel(), keep(text));
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") form.cancel();
    if (event.key === "Enter" && input.tagName === "TEXTAREA" && !event.shiftKey) (event.preventDefault(), form.requestSubmit());
  });
  host.append(form);
  host.classList.add("editing");
  input.focus();
  input.select?.();
}

// What corrections.csv calls the old value: the text shown, unless the cell says otherwise.
const oldOf = (cell) => cell.dataset.old ?? $(".value", cell).textContent;

function editCell(cell) {
  const { field, now } = cell.dataset;
  const { label, editor, required } = fields[field];
  openForm($("dd", cell), {
    label, kind: editor, value: now ?? oldOf(cell), required: required && cell.closest(".session"),
    hint: field === "organisations" ? "Séparez plusieurs organisations par « | »." : "",
    keep: (text) => setCell(cell, field === "organisations" ? text.split("|").map((part) => part.trim()).filter(Boolean).join(" | ") : text),
  });
}

function setCell(cell, value, more = {}) {
  const row = rowOf(cell);
  restoreCell(cell);
  forget((other) => keyOf(other) !== keyOf(row));
  if (value === row.ancienne_valeur) return;
  cell.dataset.now = value;
  cell.classList.add("corrected");
  const shown = choices[fields[row.champ].editor]?.[value] ?? value;
  const undo = element("button", { type: "button", className: "undo", textContent: "Rétablir" });
  undo.addEventListener("click", () => restore(row));
  $("dd", cell).append(element("span", { className: "now" }, element("span", { className: "hidden", textContent: "corrigé en " }), shown || "(vide)"), undo);
  correct({ ...row, nouvelle_valeur: value, ...more });
  markCorrected();
}

function restoreCell(cell) {
  delete cell.dataset.now;
  cell.classList.remove("corrected");
  $$(".now, .undo", cell).forEach((each) => each.remove());
}

function hostOf(row) {
  const session = row.session_id ? document.getElementById(row.session_id) : $(".programme");
  return row.intervention_id ? session && $(`[data-intervention="${CSS.escape(row.intervention_id)}"]`, session) : session;
}

const cellOf = (row) =>
  $$(`.cell[data-field="${CSS.escape(row.champ)}"]`, hostOf(row) ?? document.createElement("i")).find(
    (cell) => idsOf(cell).intervention_id === row.intervention_id,
  );

function removeRecord(row, host, more = {}) {
  const within = (other) => other.session_id === row.session_id && (!row.intervention_id || other.intervention_id === row.intervention_id);
  $$(".cell.corrected", host).forEach(restoreCell);
  $$(".added", host).forEach((each) => each.remove());
  $$(".removed", host).forEach((each) => unremove(each));
  forget((other) => !within(other));
  host.classList.add("removed");
  const undo = element("button", { type: "button", className: "undo", textContent: "Rétablir" });
  undo.addEventListener("click", () => restore(row));
  (host.matches(".session") ? $(".inside", host) : host).prepend(element("p", { className: "gone" }, "Retiré. ", undo));
  correct({ ...row, nouvelle_valeur: "", ...more });
  markCorrected();
  undo.focus();
}

const unremove = (host) => (host.classList.remove("removed"), $$(".gone", host).forEach((each) => each.remove()));

function addRecord(session, champ, value, more = {}) {
  const row = { session_id: session.dataset.session, intervention_id: "", champ, ancienne_valeur: "", nouvelle_valeur: value };
  const undo = element("button", { type: "button", className: "undo", textContent: "Annuler l'ajout" });
  undo.addEventListener("click", () => restore(row));
  const item = element("li", { className: "added" }, element("span", { className: "now", textContent: value }), undo);
  item.dataset.key = keyOf(row);
  $(".people", session).append(item);
  correct({ ...row, ...more });
  markCorrected();
}

function restore(row) {
  if (isAddition(row)) $$(".added").find((item) => item.dataset.key === keyOf(row))?.remove();
  else {
    const cell = cellOf(row);
    restoreCell(cell);
    if (cell.closest(".removed")) unremove(cell.closest(".removed"));
  }
  forget((other) => keyOf(other) !== keyOf(row));
  markCorrected();
}

function markCorrected() {
  const touched = new Set([...corrections.values()].map((row) => row.session_id));
  for (const session of sessions) session.toggleAttribute("data-corrected", touched.has(session.dataset.session));
  applyFilters();
}

// A row of a file taken up: open again where its old value still stands, true when it is.
function reopen(row) {
  const more = { auteur: row.auteur, motif: row.motif };
  const host = hostOf(row);
  if (!host) return false;
  if (isAddition(row)) {
    const there = $$(`.people .cell[data-field=${row.champ}]`, host).some((cell) => oldOf(cell) === row.nouvelle_valeur);
    if (!there) addRecord(host, row.champ, row.nouvelle_valeur, more);
    return !there;
  }
  const cell = cellOf(row);
  if (!cell || oldOf(cell) !== row.ancienne_valeur) return false;
  if (!row.nouvelle_valeur && ["titre", "nom", "collectif"].includes(row.champ) && row.session_id) removeRecord(rowOf(cell), host, more);
  else setCell(cell, row.nouvelle_valeur, more);
  return true;
}

const rowOf = (cell) => ({ ...idsOf(cell), champ: cell.dataset.field, ancienne_valeur: oldOf(cell) });

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const session = button.closest(".session");
  if (button.matches(".edit")) editCell(button.closest(".cell"));
  else if (button.dataset.remove === "titre") removeRecord(rowOf($(".cell[data-field=titre]", session)), session);
  else if (button.dataset.remove) removeRecord(rowOf(button.closest(".cell")), button.closest("[data-intervention]"));
  else if (button.dataset.add)
    openForm($(".session-actions", session), {
      label: button.dataset.add === "nom" ? "Prénom et nom" : "Collectif", kind: "text", value: "", required: true,
      hint: "Fonction et organisations se complètent après le passage suivant.",
      keep: (text) => addRecord(session, button.dataset.add, text),
    });
});
