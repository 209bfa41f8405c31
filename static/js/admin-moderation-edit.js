// Taking a name out of a reaction: choose it in the text, and every place of it becomes [naam].
// Without this script the name is typed in the field below, and the button posts the form.
(() => {
  "use strict";

  const INSTEAD = "[naam]";

  // As comments.services.editing.without: words of their own, in capitals or not, whatever space is between them.
  function without(text, selected) {
    const words = selected.trim().split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${words.join("\\s+")}(?![\\p{L}\\p{N}_])`, "giu");
    let times = 0;
    return [text.replace(pattern, () => { times += 1; return INSTEAD; }), times];
  }

  document.addEventListener("select", (event) => {
    const area = event.target.closest?.("form[data-moderation-edit] textarea");
    if (!area) return;
    const chosen = area.value.slice(area.selectionStart, area.selectionEnd).trim();
    area.form.elements.name.value = chosen.slice(0, 200);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("form[data-moderation-edit] button[value=redact]");
    if (!button) return;
    event.preventDefault();
    const { text: area, name } = button.form.elements;
    const status = button.form.querySelector("[data-moderation-edit-status]");
    if (!name.value.trim()) {
      status.textContent = "Kies eerst een naam in de tekst, of typ hem in het veld.";
      name.focus();
      return;
    }
    const [text, times] = without(area.value, name.value);
    status.textContent = times
      ? `${times === 1 ? "Eén plek" : `${times} plekken`} vervangen. Klik op Bewaar als het zo goed is.`
      : "Deze naam staat niet als heel woord in de tekst.";
    if (!times) return;
    area.value = text;
    name.value = "";
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  });
})();
