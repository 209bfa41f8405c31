// Half-written answers and edits are kept on this device until they are sent; ready-made answers are put in them.
(() => {
  "use strict";

  const DRAFT = "reactie-antwoord-";

  const drafts = {
    read(id) { try { return localStorage.getItem(DRAFT + id); } catch { return null; } },
    write(id, text) {
      try {
        if (text) localStorage.setItem(DRAFT + id, text);
        else localStorage.removeItem(DRAFT + id);
      } catch { /* Storage is switched off: nothing is kept, nothing breaks. */ }
    },
  };

  function restore(root) {
    for (const area of root.querySelectorAll("textarea[data-moderation-draft]")) {
      const kept = drafts.read(area.dataset.moderationDraft);
      const details = area.closest("details");
      // An edit begins from the text that is there; an answer from nothing.
      const untouched = details ? !area.value.trim() : area.value === area.defaultValue;
      if (!kept || !untouched) continue;
      area.value = kept;
      if (details) details.open = true;
    }
  }

  document.addEventListener("input", (event) => {
    const area = event.target.closest("textarea[data-moderation-draft]");
    if (area) drafts.write(area.dataset.moderationDraft, area.value);
  });

  document.addEventListener("submit", (event) => {
    const area = event.target.closest("form[data-moderation-edit]")?.querySelector("[data-moderation-draft]");
    if (area) drafts.write(area.dataset.moderationDraft, "");
  });

  // The button would post the form and come back with the text; here it lands in the field at once.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-moderation-insert]");
    if (!button) return;
    event.preventDefault();
    const details = button.closest("details");
    const area = details.querySelector("textarea");
    const choice = details.querySelector("select");
    const ready = document.querySelector(`[data-moderation-ready="${choice.value}"]`).content.textContent;
    const text = ready.replaceAll("{naam}", choice.dataset.moderationName);
    area.value = area.value.trim() ? `${area.value.trimEnd()}\n\n${text}` : text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  });

  // "toggle" does not bubble, hence the capture. Opening an answer puts the cursor in it.
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (!details.matches?.(".moderation__answer") || !details.open) return;
    restore(details);
    if (details.contains(document.activeElement)) details.querySelector("textarea").focus();
  }, true);

  document.addEventListener("DOMContentLoaded", () => restore(document));
  // Wagtail has put another page of the list in place.
  document.addEventListener("w-swap:success", () => restore(document));
})();
