// What was corrected, as rows of corrections.csv.
const COLUMNS = [
  "programme_id", "session_id", "intervention_id", "champ",
  "ancienne_valeur", "nouvelle_valeur", "auteur", "motif",
];
const corrections = new Map(); // by place, in the order in which they were made
let kept = []; // rows of a file taken up that are no longer open: they are replayed before the others
let saved = true;

// A new person has no identifier yet: its name tells it from another.
const isAddition = (row) => row.session_id && !row.intervention_id && ["nom", "collectif"].includes(row.champ);
const keyOf = (row) =>
  [row.session_id, row.intervention_id, row.champ, isAddition(row) ? row.nouvelle_valeur : ""].join("\n");

function correct(row) {
  corrections.set(keyOf(row), { motif: "", auteur: "", ...row, programme_id: programme });
  changed();
}

function forget(keep) {
  for (const [key, row] of corrections) if (!keep(row)) corrections.delete(key);
  changed();
}

function changed() {
  saved = corrections.size === 0;
  $("[data-count]").textContent = corrections.size;
  listCorrections();
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function placeOf(row) {
  const session = row.session_id && document.getElementById(row.session_id);
  return session ? session.dataset.title : "Le programme";
}

function listCorrections() {
  const body = $("#corrections tbody");
  body.replaceChildren(
    ...[...corrections.values()].map((row) => {
      const why = element("input", { type: "text", value: row.motif, ariaLabel: `Motif pour ${row.champ}` });
      why.addEventListener("input", () => (row.motif = why.value));
      const undo = element("button", { type: "button", textContent: "Annuler", ariaLabel: `Annuler : ${row.champ}` });
      undo.addEventListener("click", () => restore(row));
      const cells = [placeOf(row), row.champ, row.ancienne_valeur || "—", row.nouvelle_valeur || "(retiré)"];
      return element("tr", {}, ...cells.map((textContent) => element("td", { textContent })), element("td", {}, why), element("td", {}, undo));
    }),
  );
  $("#corrections [data-none]").hidden = corrections.size > 0;
  $("#telecharger").disabled = corrections.size + kept.length === 0;
}

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function writeCsv() {
  const author = $("#auteur").value.trim();
  const own = [...corrections.values()].map((row) => ({ ...row, auteur: row.auteur || author }));
  const rows = [...kept, ...own].map((row) => COLUMNS.map((name) => quoted(row[name] ?? "")).join(","));
  return [COLUMNS.join(","), ...rows, ""].join("\r\n");
}

function readCsv(text) {
  const sign = text.split(/\r?\n/, 1)[0].includes(";") ? ";" : ",";
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${sign}\\r\\n]*))(${sign}|\\r?\\n|$)`, "gy");
  const rows = [[]];
  for (const [whole, inQuotes, plain, end] of text.replace(/^\uFEFF/, "").matchAll(cell)) {
    if (!whole && rows.at(-1).length === 0) break;
    rows.at(-1).push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end !== sign) rows.push([]);
    if (!end) break;
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 0);
  const missing = COLUMNS.filter((name) => !head.includes(name));
  if (missing.length) throw new Error(`colonnes absentes : ${missing.join(", ")}`);
  return body.map((row) => Object.fromEntries(head.map((name, rank) => [name, row[rank] ?? ""])));
}

function download() {
  // Who corrected is published with the value: without it no run would take the file.
  const unsigned = !$("#auteur").value.trim() && [...corrections.values()].some((row) => !row.auteur);
  $("#sans-auteur").textContent = unsigned ? "Indiquez l'auteur : il est publié avec chaque correction." : "";
  if (unsigned) return $("#auteur").focus();
  const link = element("a", { href: URL.createObjectURL(new Blob([writeCsv()], { type: "text/csv" })), download: "corrections.csv" });
  link.click();
  URL.revokeObjectURL(link.href);
  saved = true;
}

async function takeUp(file) {
  try {
    const rows = readCsv(await file.text());
    kept = rows.filter((row) => row.programme_id !== programme || !reopen(row));
    const open = rows.length - kept.length;
    $("#repris").textContent = `${rows.length} correction(s) reprises : ${open} à rejouer sur cette page, ${kept.length} gardées telles quelles.`;
  } catch (error) {
    $("#repris").textContent = `Ce fichier ne se lit pas (${error.message}).`;
  }
  listCorrections();
}

$("#telecharger").addEventListener("click", download);
$("#reprendre").addEventListener("change", ({ target }) => target.files[0] && takeUp(target.files[0]));
addEventListener("beforeunload", (event) => saved || event.preventDefault());
listCorrections();
