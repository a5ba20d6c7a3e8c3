// Which sessions the list shows.
const sessions = $$(".session");
const wanted = { anomalies: false, tentative: false, nobody: false, corrected: false };
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function applyFilters() {
  const words = fold($("#chercher").value).split(/\s+/).filter(Boolean);
  const [day, format] = [$("#jour").value, $("#format").value];
  let shown = 0;
  for (const session of sessions) {
    const { dataset } = session;
    const searched = fold(dataset.search);
    const fits =
      words.every((word) => searched.includes(word)) &&
      (!day || dataset.day === day) &&
      (!format || dataset.format === format) &&
      Object.keys(wanted).every((name) => !wanted[name] || name in dataset);
    session.hidden = !fits;
    shown += fits;
  }
  const plural = (count) => `${count} session${count > 1 ? "s" : ""}`;
  $("#trouve").textContent = shown === sessions.length ? plural(shown) : `${plural(shown)} sur ${sessions.length}`;
  $(".nothing").hidden = shown > 0;
}

function clearFilters() {
  $$(".filters input[type=checkbox]").forEach((box) => (box.checked = false));
  for (const name of Object.keys(wanted)) wanted[name] = false;
  $$("#chercher, #jour, #format").forEach((field) => (field.value = ""));
  applyFilters();
}

$(".filters").addEventListener("input", ({ target }) => {
  if (target.dataset.filter) wanted[target.dataset.filter] = target.checked;
  applyFilters();
});
